import { joined } from '../archive/append.js';
import { verifyArchive, verifyOnePaper } from '../archive/verify-archive.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { utf8 } from '../group/hashing.js';
import { sealPaperWithOpenings } from '../paper/seal-paper.js';
import { verifyPaper } from '../paper/verify-paper.js';
import { aBallot, unwrapVerdict, seededRandomness } from '../testing/index.js';
import { sumsOfMarks, isPair, proveExclusivity } from './exclusivity-proof.js';
import { marksToChoices, sealThreeWay, threeWayCounts, type ThreeWayMark } from './seal-three-way.js';
import { appendMarks, startSidecar, verifyMarks, writeMarks } from './sidecar.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });
const random = seededRandomness('three-way');
const PERSONS = ['甲', '乙', '丙'];
const ballot = aBallot(arithmetic, {
  questions: [
    { question: '赞成', answers: PERSONS, min: 0, max: 2 },
    { question: '反对', answers: PERSONS, min: 0, max: 3 },
  ],
});
const PAIRS = [{ approve: 0, against: 1 }];

function seal(voter: number, marks: readonly ThreeWayMark[]) {
  const { approve, against } = marksToChoices(marks);
  return sealThreeWay(ballot.election, ballot.bases, ballot.secrets[voter]!, [approve, against], PAIRS, random);
}

const papers = [
  seal(0, ['approve', 'against', 'abstain']),
  seal(1, ['approve', 'approve', 'against']),
  seal(2, ['abstain', 'abstain', 'abstain']),
];
const paperOf = ({ text }: { text: string }) => unwrapVerdict(verifyPaper(ballot.election, ballot.bases, text)).paper;
const verify = (index: number, marks: string) => verifyMarks(ballot.election, ballot.bases, PAIRS, paperOf(papers[index]!), marks);

/** What a voter makes who marks a person both ways: Belenios has nothing against it, and the outside proof is a lie. */
function forgedBoth() {
  const both = [
    [1, 0, 0],
    [1, 0, 0],
  ];
  const { paper, openings } = sealPaperWithOpenings(ballot.election, ballot.bases, ballot.secrets[0]!, both, random);
  const { answers } = unwrapVerdict(verifyPaper(ballot.election, ballot.bases, paper.text)).paper;
  const pairs = sumsOfMarks(answers[0]!.choices, answers[1]!.choices);
  const lie = openings[1]!.map((open) => ({ ...open, inside: 0 }));
  const name = { fingerprint: ballot.election.fingerprint, tracker: paper.tracker };
  return { ...paper, marks: writeMarks([proveExclusivity(ballot.bases, name, openings[0]!, lie, pairs, random)]) };
}

function sidecarOf(lines: readonly { text: string; marks: string }[]): Uint8Array {
  let appended = startSidecar(ballot.election, PAIRS);
  const pieces = [appended.bytes];
  for (const { text, marks } of lines) {
    appended = appendMarks(appended.end, text, marks);
    pieces.push(appended.bytes);
  }
  return joined(pieces);
}

describe('three-way marks', () => {
  it('are counted as approve, against and what is left', () => {
    const box = ballot
      .box()
      .cast(...papers.map(({ text }) => text))
      .finish(1);
    const { result } = unwrapVerdict(verifyArchive(box.bytes, { arithmetic, sidecar: sidecarOf(papers) }));
    expect(threeWayCounts(result!, PAIRS[0]!, 3)).toEqual([
      { approve: 2, against: 0, abstain: 1 },
      { approve: 1, against: 1, abstain: 1 },
      { approve: 0, against: 1, abstain: 2 },
    ]);
  });

  it('are proven for this very paper: not for another, and not in another order', () => {
    unwrapVerdict(verify(0, papers[0]!.marks));
    expect(verify(0, papers[1]!.marks)).toMatchObject({ check: 'sidecar-proof' });
    const [persons] = JSON.parse(papers[0]!.marks) as [unknown[]];
    expect(verify(0, JSON.stringify([[...persons].reverse()]))).toMatchObject({ check: 'sidecar-proof', at: '[0][0]' });
    for (const marks of ['[]', '[[]]', 'null', '', JSON.stringify([persons, persons]), `${papers[0]!.marks} `])
      expect(verify(0, marks)).toMatchObject({ check: 'sidecar-form' });
  });

  it('are verified with their paper as the device sent them', () => {
    const [{ text, marks, credential }] = papers as [ReturnType<typeof seal>];
    const cast = (sent: string) => verifyOnePaper(ballot.election, ballot.bases, utf8(text), { pairs: PAIRS, sent });
    expect(cast(marks)).toEqual({ ok: true, credential });
    expect(cast(papers[1]!.marks)).toMatchObject({ check: 'sidecar-proof' });
    expect(cast('[]')).toMatchObject({ check: 'sidecar-form' });
  });

  it('cannot be proven for a person marked both ways', () => {
    expect(() =>
      sealThreeWay(
        ballot.election,
        ballot.bases,
        ballot.secrets[0]!,
        [
          [1, 0, 0],
          [1, 0, 0],
        ],
        PAIRS,
        random,
      ),
    ).toThrow(TypeError);
    const forged = forgedBoth();
    expect(verifyMarks(ballot.election, ballot.bases, PAIRS, paperOf(forged), forged.marks)).toMatchObject({
      check: 'sidecar-proof',
      at: '[0][0]',
    });
    // The foreign tool sees no more than this: without the sidecar the archive is fine.
    const box = ballot.box().cast(forged.text);
    unwrapVerdict(verifyArchive(box.bytes, { arithmetic }));
    expect(verifyArchive(box.bytes, { arithmetic, sidecar: sidecarOf([forged]) })).toMatchObject({
      check: 'sidecar-proof',
      at: 'event 1: sidecar: proofs[0][0]',
    });
  });

  it('need two questions over the same persons, without blank', () => {
    const { election } = ballot;
    const with2 = (change: object) => ({ ...election, questions: [election.questions[0]!, { ...election.questions[1]!, ...change }] });
    expect(isPair(election, PAIRS[0]!)).toBe(true);
    for (const pair of [
      { approve: 0, against: 0 },
      { approve: 0, against: 2 },
    ])
      expect(isPair(election, pair)).toBe(false);
    for (const change of [{ blank: true }, { answers: ['甲', '乙'] }, { answers: ['甲', '丙', '乙'] }])
      expect(isPair(with2(change), PAIRS[0]!)).toBe(false);
    expect(() => startSidecar(election, [])).toThrow(TypeError);
    expect(() => startSidecar(election, [{ approve: 0, against: 2 }])).toThrow(TypeError);
  });
});

describe('the sidecar', () => {
  const box = ballot.box().cast(...papers.map(({ text }) => text));
  const check = (sidecar: Uint8Array) => verifyArchive(box.bytes, { arithmetic, sidecar });
  const text = new TextDecoder().decode(sidecarOf(papers));
  const lines = text.trimEnd().split('\n');
  const of = (...kept: string[]): Uint8Array => utf8(kept.map((line) => `${line}\n`).join(''));

  it('is accepted with a line for each paper', () => expect(check(utf8(text)).ok).toBe(true));

  it.each<[string, string, Uint8Array]>([
    ['a line missing at the end', 'sidecar-paper', of(...lines.slice(0, 3))],
    ['a line missing in the middle', 'sidecar-paper', of(lines[0]!, lines[1]!, lines[3]!)],
    ['a line too many', 'sidecar-paper', of(...lines, lines[3]!)],
    ['lines exchanged', 'sidecar-chain', of(lines[0]!, lines[2]!, lines[1]!, lines[3]!)],
    ['an end cut off', 'sidecar-form', utf8(text.trimEnd())],
    ['an empty file', 'sidecar-form', utf8('')],
    ['an empty line', 'sidecar-form', of('', ...lines.slice(1))],
    ['another version', 'sidecar-form', of(lines[0]!.replace('"version":1', '"version":2'), ...lines.slice(1))],
    ['no pairs', 'sidecar-election', of(lines[0]!.replace('[[0,1]]', '[]'), ...lines.slice(1))],
    ['pairs exchanged', 'sidecar-chain', of(lines[0]!.replace('[[0,1]]', '[[1,0]]'), ...lines.slice(1))],
    ['bytes that are not UTF-8', 'sidecar-form', Uint8Array.of(0xff, 0x0a)],
  ])('is refused with %s', (_, expected, sidecar) => {
    expect(check(sidecar)).toMatchObject({ ok: false, check: expected });
  });
});
