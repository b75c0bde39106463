import { appendMarks, BigIntArithmetic, joined, sealThreeWay, startSidecar } from '../index.js';
import { verifyArchive } from '../archive/verify-archive.js';
import { aBallot, BeleniosTool, type BallotPlan, unwrapVerdict, ONE_OF_THREE, type TestBallot } from '../testing/index.js';

// Whole elections of ours, from keys to result, each checked by the real belenios-tool and by us: both must accept.
const arithmetic = new BigIntArithmetic({ bits: 8 });
const tool = BeleniosTool.find();

const NINE_OF_TWELVE = { answers: Array.from({ length: 12 }, (_, n) => `候选人 ${n + 1}`), min: 0, max: 9 };
const WITH_BLANK = { answers: ['赞成', '反对'], min: 1, max: 1, blank: true };

function accepted(
  ballot: TestBallot,
  archive: Uint8Array,
): ReturnType<typeof unwrapVerdict<object>> & { result: unknown; counted: number } {
  const { isAccepted, output } = tool.verify(archive, ballot.election.uuid);
  expect({ isAccepted, output }).toEqual({ isAccepted: true, output: expect.stringContaining('all checks passed') });
  return unwrapVerdict(verifyArchive(archive, { arithmetic }));
}

describe('belenios-tool accepts our whole elections', () => {
  it('one mark of three, one scrutineer, one voter voting again', () => {
    const ballot = aBallot(arithmetic);
    const box = ballot.box().cast(ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[0, 1, 0]]), ballot.seal(0, [[0, 0, 1]]));
    expect(accepted(ballot, box.finish(1).bytes)).toMatchObject({ result: [[0, 1, 1]], counted: 2, papers: 3, voters: 3 });
  });

  it('at most nine of twelve candidates, and three ways on a motion beside it', () => {
    const ballot = aBallot(arithmetic, { questions: [NINE_OF_TWELVE, ONE_OF_THREE] });
    const box = ballot.box().cast(
      ballot.seal(0, [
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
        [1, 0, 0],
      ]),
      ballot.seal(1, [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 0],
      ]),
      ballot.seal(2, [
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
        [1, 0, 0],
      ]),
    );
    expect(accepted(ballot, box.finish(1).bytes)).toMatchObject({
      result: [
        [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1],
        [2, 1, 0],
      ],
    });
  });

  it('blank papers, with the blank count in front', () => {
    const ballot = aBallot(arithmetic, { questions: [WITH_BLANK] });
    const box = ballot.box().cast(ballot.seal(0, ['blank']), ballot.seal(1, [[1, 0]]), ballot.seal(2, ['blank']));
    expect(accepted(ballot, box.finish(1).bytes)).toMatchObject({ result: [[2, 1, 0]] });
  });

  it('weights, also large ones', () => {
    const ballot = aBallot(arithmetic, { weights: [1, 2, 30_000] });
    const box = ballot.box().cast(ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[1, 0, 0]]), ballot.seal(2, [[0, 1, 0]]));
    expect(accepted(ballot, box.finish(1).bytes)).toMatchObject({ result: [[3, 30_000, 0]] });
  });

  it('a ballot in which nobody voted', () => {
    const ballot = aBallot(arithmetic, { questions: [ONE_OF_THREE, WITH_BLANK] });
    expect(accepted(ballot, ballot.box().finish(1).bytes)).toMatchObject({
      result: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      counted: 0,
    });
  });

  const plans: [string, BallotPlan, number[]][] = [
    ['three scrutineers who all decrypt', { singles: 3 }, [3, 1, 2]],
    ['any two of three', { thresholdTrustees: { size: 3, threshold: 2 } }, [3, 1]],
    ['any one of two', { thresholdTrustees: { size: 2, threshold: 1 } }, [2]],
    ['any two of three, all of whom decrypt', { thresholdTrustees: { size: 3, threshold: 2 } }, [2, 3, 1]],
    ['one who must, and two of three', { singles: 1, thresholdTrustees: { size: 3, threshold: 2 } }, [4, 1, 3]],
  ];
  it.each(plans)('%s', (_, plan, owners) => {
    const ballot = aBallot(arithmetic, plan);
    const box = ballot.box().cast(ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[0, 0, 1]]));
    expect(accepted(ballot, box.finish(...owners).bytes)).toMatchObject({ result: [[1, 0, 1]], warnings: [] });
  });

  it('three-way marks on persons, whose outside proofs it does not see', () => {
    const persons = ['甲', '乙'];
    const ballot = aBallot(arithmetic, {
      questions: [
        { answers: persons, min: 0, max: 1 },
        { answers: persons, min: 0, max: 2 },
      ],
    });
    const pairs = [{ approve: 0, against: 1 }];
    const papers = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ].map((choices, voter) => sealThreeWay(ballot.election, ballot.bases, ballot.secrets[voter]!, choices, pairs));
    let { bytes, end } = startSidecar(ballot.election, pairs);
    const pieces = [bytes];
    for (const { text, marks } of papers) {
      ({ bytes, end } = appendMarks(end, text, marks));
      pieces.push(bytes);
    }
    const box = ballot
      .box()
      .cast(...papers.map(({ text }) => text))
      .finish(1);
    expect(accepted(ballot, box.bytes)).toMatchObject({
      result: [
        [1, 0],
        [1, 2],
      ],
    });
    expect(verifyArchive(box.bytes, { arithmetic, sidecar: joined(pieces) })).toMatchObject({ ok: true });
  });

  it('at every state on the way, saying that there is no result yet', () => {
    const ballot = aBallot(arithmetic);
    const box = ballot.box();
    const steps = [() => box, () => box.cast(ballot.seal(0, [[1, 0, 0]])), () => box.close(), () => box.tally(), () => box.share(1)];
    const states = steps.map((step) => {
      const { bytes } = step();
      const { status, warnings } = tool.verify(bytes, ballot.election.uuid);
      expect({ status, warnings }).toEqual({ status: 0, warnings: [expect.stringContaining('no result')] });
      return unwrapVerdict(verifyArchive(bytes, { arithmetic })).state;
    });
    expect(states).toEqual(['setup', 'open', 'closed', 'tallied', 'tallied']);
  });
});
