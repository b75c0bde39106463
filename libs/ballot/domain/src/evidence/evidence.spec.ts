import { signedElection } from '../testing/elected.js';
import { ballotPart } from './evidence.js';

describe('the ballot as a part of its evidence', () => {
  it('leaves out who was said to be near relatives: the file is handed on', () => {
    const signed = { ...signedElection({ marks: [{ c1: 'yes' }] }), relatives: [{ memberIds: ['m1', 't1'], kind: 'spouse' }] } as const;
    const { ballot } = JSON.parse(ballotPart(signed, { names: new Map(), rollDigest: 'x' })) as { ballot: object };
    expect(ballot).not.toHaveProperty('relatives');
    expect(ballot).toHaveProperty('officers');
  });
});
