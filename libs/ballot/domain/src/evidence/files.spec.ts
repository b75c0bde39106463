import { DELEGATE, NOON, ORGANISER, aBallot, by, withProcedure } from '../testing/ballots.js';
import { declaredElection, signedElection } from '../testing/elected.js';
import { documentRefusal, evidenceRefusal, filesFor } from './files.js';

const marks = [{ c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }];

describe('the files of a ballot', () => {
  it('are none before there is anything to tell', () => {
    for (const who of [ORGANISER, DELEGATE, by('s1')])
      expect(filesFor(aBallot({ kind: 'election', channel: 'paper' }).closed, who)).toEqual([]);
    expect(filesFor(aBallot({ channel: 'sealed' }).frozen, DELEGATE)).toEqual([]);
  });

  it('are the documents and the evidence for those who count, once both chiefs have signed', () => {
    const halfSigned = signedElection({ marks }, ['s1']);
    for (const who of [ORGANISER, by('s1'), by('t2')]) {
      expect(filesFor(halfSigned, who)).toEqual([]);
      expect(filesFor(signedElection({ marks }), who)).toEqual(['result-notice', 'tally-sheet', 'evidence']);
    }
    expect(evidenceRefusal(halfSigned, ORGANISER)?.code).toBe('ballot.signatures-missing');
  });

  it('are not for the codes desk before the declaration: the result is in the evidence, too', () => {
    const signed = { ...signedElection({ marks }), codesDesk: ['d1'] };
    expect(evidenceRefusal(signed, by('d1'))?.code).toBe('ballot.not-an-officer');
    expect(filesFor(signed, by('d1'))).toEqual([]);
  });

  it('are the documents for everybody from the declaration on, and never the papers as they were decided', () => {
    expect(documentRefusal(signedElection({ marks }), DELEGATE)?.code).toBe('ballot.not-published');
    expect(filesFor(signedElection({ marks }), DELEGATE)).toEqual([]);
    expect(filesFor(declaredElection({ marks }), DELEGATE)).toEqual(['result-notice', 'tally-sheet']);
    expect(evidenceRefusal(declaredElection({ marks }), DELEGATE)?.code).toBe('ballot.not-an-officer');
  });

  it('are the board for everybody while a sealed vote is on, with its log where marks are three-way', () => {
    const open = { ...aBallot({ kind: 'election', channel: 'paper' }).frozen, channel: 'sealed' as const, openedAt: NOON };
    expect(filesFor(open, DELEGATE)).toEqual(['archive']);
    expect(filesFor(withProcedure(open, { sealedMarks: 'three-way' }), DELEGATE)).toEqual(['archive', 'sidecar']);
    expect(filesFor({ ...open, channel: 'paper' }, DELEGATE)).toEqual([]);
  });
});
