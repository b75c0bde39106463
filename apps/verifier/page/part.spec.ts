import { BigIntArithmetic, verifyArchive } from '@plenum/ballot-crypto';
import { aBallot, type Box, forgePaper } from '@plenum/ballot-crypto/testing';
import type { PartOutcomes } from './orders.js';
import { conclude, inOrder, verifyPart } from './part.js';

describe('the papers in parts', () => {
  const arithmetic = new BigIntArithmetic({ bits: 6 });
  const ballot = aBallot(arithmetic);
  const honest = (): Box => ballot.box().cast(...[0, 1, 2].map((voter) => ballot.seal(voter, [[1, 0, 0]])));

  function inParts(archive: Uint8Array, parts: number): ReturnType<typeof conclude> {
    const outcomes: PartOutcomes[] = [];
    for (let part = 0; part < parts; part += 1) {
      const steps = verifyPart({ archive }, part, parts);
      let step = steps.next();
      while (!step.done) step = steps.next();
      if (!step.value.ok) return step.value;
      outcomes.push(step.value.outcomes);
    }
    return conclude({ archive }, inOrder(outcomes));
  }

  it.each([1, 2, 3, 5])('come to the same verdict by %d workers', (parts) => {
    const { bytes } = honest().finish(1);
    expect(inParts(bytes, parts)).toEqual(verifyArchive(bytes, { arithmetic }));
  });

  it.each([1, 2, 3])('are refused at the same paper by %d workers', (parts) => {
    const { bytes } = honest().cast(forgePaper(ballot, 0, { insides: [1, 1, 0] }), forgePaper(ballot, 1, { insides: [2, -1, 0] }));
    const verdict = verifyArchive(bytes, { arithmetic });
    expect(verdict.ok).toBe(false);
    expect(inParts(bytes, parts)).toEqual(verdict);
  });

  it('are not begun where the archive cannot be opened', () => {
    expect(inParts(new Uint8Array(10), 2)).toMatchObject({ ok: false, check: 'archive-record' });
  });
});
