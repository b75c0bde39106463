import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { aBallot } from '@plenum/ballot-crypto/testing';
import type { BallotConfig } from '../../ballot.config.js';
import { Verification } from './verification.js';

describe('the papers that wait to be verified', () => {
  const { election } = aBallot(new BigIntArithmetic({ bits: 5 }));
  const noise = 'x'.repeat(1_000_000);

  it('are refused as long as they would fill the memory, and taken again afterwards', async () => {
    const verification = new Verification({ verificationThreads: 0 } as BallotConfig);
    const answers = await Promise.allSettled(Array.from({ length: 80 }, () => verification.paper(election.text, noise)));
    const busy = answers.filter((answer) => answer.status === 'rejected');
    expect(answers.length - busy.length).toBe(33);
    for (const answer of busy) expect(answer.reason).toMatchObject({ code: 'ballot.busy' });
    expect(await verification.paper(election.text, noise)).toMatchObject({ ok: false, check: 'paper-form' });
  });

  it('weigh with the proofs that come with them', async () => {
    const verification = new Verification({ verificationThreads: 0 } as BallotConfig);
    const marks = { pairs: [], sent: noise };
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => verification.paper(election.text, noise, marks)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  });
});
