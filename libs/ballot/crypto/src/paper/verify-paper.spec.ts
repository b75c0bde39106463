import { type Arithmetic, proofBasesOf } from '../group/arithmetic.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { P, Q } from '../group/belenios-2048.js';
import {
  aBallot,
  elementOfOrder,
  forgePaper,
  unwrapVerdict,
  otherSpellings,
  resealed,
  signedSpelling,
  unsignedText,
} from '../testing/index.js';
import { verifyPaper } from './verify-paper.js';

// Each forgery is hashed and signed again by the voter, and proves whatever can be proven: exactly one check is left.
const arithmetic = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(arithmetic);
const withBlank = aBallot(arithmetic, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1, blank: true }], seed: 'blank' });
const paper = ballot.seal(0, [[0, 1, 0]]);
const parsed = JSON.parse(paper) as PaperJson;

const withoutMembership: Arithmetic = {
  name: 'bigint',
  power: (base, exponent) => (exponent === Q + 1n ? base : arithmetic.power(base, exponent)),
  fixedBase: (base) => arithmetic.fixedBase(base),
  hexHash: arithmetic.hexHash,
};

interface PaperJson {
  credential: string;
  answers: {
    choices: { alpha: string; beta: string }[];
    individual_proofs: ProofJson[][];
    overall_proof: ProofJson[];
    blank_proof?: ProofJson[];
  }[];
  signature: { hash: string; proof: ProofJson };
}

interface ProofJson {
  challenge: string;
  response: string;
}

const verify = (text: string, of = ballot) => verifyPaper(of.election, of.bases, text);

/** A paper changed by its own voter, who hashes and signs it again. */
function changed(change: (copy: PaperJson) => void): string {
  const copy = structuredClone(parsed);
  change(copy);
  return resealed(ballot, 0, { credential: copy.credential, answers: copy.answers });
}

describe('verifyPaper', () => {
  it('accepts an honest paper, marked or blank', () => {
    expect(unwrapVerdict(verify(paper)).paper.credential).toBe(parsed.credential);
    for (const marks of [[1, 0], [0, 1], 'blank'] as const) unwrapVerdict(verify(withBlank.seal(1, [marks]), withBlank));
  });

  it('accepts 1 as alpha and beta: a mark sealed with nonce 0 is bad for its voter and legal', () => {
    unwrapVerdict(verify(forgePaper(ballot, 0, { insides: [1, 0, 0], nonce: 0n })));
  });

  describe('refuses what was not proven', () => {
    it.each([
      ['a choice worth two and one worth minus one', [2, -1, 0], 'paper-mark-proof'],
      ['a choice worth three and one worth minus two', [3, -2, 0], 'paper-mark-proof'],
      ['two marks where one is allowed', [1, 1, 0], 'paper-sum-proof'],
      ['no mark where one is needed', [0, 0, 0], 'paper-sum-proof'],
    ])('%s', (_, insides, check) => {
      expect(verify(forgePaper(ballot, 0, { insides }))).toMatchObject({ ok: false, check });
    });

    it.each([
      ['blank and marked', [1, 1, 0], 'paper-blank-proof'],
      ['neither blank nor marked', [0, 0, 0], 'paper-sum-proof'],
      ['two marks on a paper that is not blank', [0, 1, 1], 'paper-sum-proof'],
      ['a blank mark worth two', [2, 0, 0], 'paper-mark-proof'],
    ])('%s', (_, insides, check) => {
      expect(verify(forgePaper(withBlank, 0, { insides }), withBlank)).toMatchObject({ ok: false, check });
    });
  });

  describe('refuses what belongs elsewhere', () => {
    const other = JSON.parse(ballot.seal(1, [[0, 1, 0]])) as PaperJson;

    it.each<[string, string, (copy: PaperJson) => void]>([
      ['ciphertexts swapped', 'paper-mark-proof', ({ answers: [a] }) => a!.choices.reverse()],
      [
        'ciphertexts swapped along with their proofs',
        'paper-sum-proof',
        ({ answers: [a] }) => [a!.choices.reverse(), a!.individual_proofs.reverse()],
      ],
      ['a proof swapped with that of another choice', 'paper-mark-proof', ({ answers: [a] }) => a!.individual_proofs.reverse()],
      ["another voter's answers with their proofs", 'paper-mark-proof', (copy) => (copy.answers = other.answers)],
      ["another voter's sum proof", 'paper-sum-proof', ({ answers: [a] }) => (a!.overall_proof = other.answers[0]!.overall_proof)],
      [
        "another voter's proof of a mark",
        'paper-mark-proof',
        ({ answers: [a] }) => (a!.individual_proofs[1] = other.answers[0]!.individual_proofs[1]!),
      ],
      ['the two parts of a proof exchanged', 'paper-mark-proof', ({ answers: [a] }) => a!.individual_proofs[0]!.reverse()],
    ])('%s', (_, check, change) => {
      expect(verify(changed(change))).toMatchObject({ ok: false, check });
    });

    it('the paper of another election', () => {
      const elsewhere = aBallot(arithmetic, { seed: 'elsewhere' });
      expect(verify(elsewhere.seal(0, [[1, 0, 0]]))).toMatchObject({ check: 'paper-election' });
    });

    it("a changed paper with the old hash, with the right hash and the old signature, with another voter's signature", () => {
      const swapped = { ...parsed, answers: structuredClone(parsed.answers) };
      const own = JSON.parse(ballot.seal(0, [[1, 0, 0]])) as PaperJson;
      expect(verify(JSON.stringify({ ...swapped, answers: own.answers }))).toMatchObject({ check: 'paper-hash' });
      const rightHash = (JSON.parse(resealed(ballot, 0, { answers: own.answers })) as PaperJson).signature.hash;
      expect(
        verify(JSON.stringify({ ...swapped, answers: own.answers, signature: { hash: rightHash, proof: parsed.signature.proof } })),
      ).toMatchObject({ check: 'paper-signature' });
      expect(verify(JSON.stringify({ ...parsed, signature: { ...parsed.signature, proof: other.signature.proof } }))).toMatchObject({
        check: 'paper-signature',
      });
    });
  });

  describe('refuses elements outside the group', () => {
    it.each([
      [2, 'alpha'],
      [3, 'alpha'],
      [6, 'alpha'],
      [2, 'beta'],
      [3, 'beta'],
      [6, 'beta'],
    ] as const)('of order %i in %s, although every proof of it holds', (order, part) => {
      const text = forgePaper(ballot, 0, { insides: [1, 0, 0], twist: { cell: 0, part, by: elementOfOrder(ballot, order), order } });
      expect(verify(text)).toMatchObject({ check: 'paper-group', at: `answers[0].choices[0].${part}` });
      // The proof that nothing else would have caught it: to an arithmetic that takes everybody for a member it is fine.
      unwrapVerdict(verifyPaper(ballot.election, proofBasesOf(withoutMembership, ballot.election.publicKey), text));
    });

    it.each([
      ['0', 0n],
      ['p - 1', P - 1n],
      ['p', P],
      ['p + 1', P + 1n],
      ['2', 2n],
    ])('%s', (_, number) => {
      for (const part of ['alpha', 'beta'] as const) {
        const text = changed(({ answers: [a] }) => (a!.choices[1]![part] = number.toString()));
        expect(verify(text)).toMatchObject({ check: 'paper-group', at: `answers[0].choices[1].${part}` });
      }
    });

    it.each([
      ['0', 0n],
      ['the identity', 1n],
      ['p - 1', P - 1n],
      ['p', P],
      ['2', 2n],
    ])('as credential %s', (_, credential) => {
      expect(verify(changed((copy) => (copy.credential = credential.toString())))).toMatchObject({ check: 'paper-credential' });
    });
  });

  describe('refuses every spelling but one', () => {
    const { alpha } = parsed.answers[0]!.choices[0]!;
    const { challenge, response } = parsed.answers[0]!.individual_proofs[0]![0]!;
    const spelled = (from: string, to: string): string => signedSpelling(ballot, 0, unsignedText(paper).replace(from, to));

    it.each([alpha, challenge, response, parsed.credential])('of a number: case %#', (decimal) => {
      const refused = otherSpellings(decimal).map((spelling) => verify(spelled(`"${decimal}"`, `"${spelling}"`)));
      const expected = ['paper-form', 'paper-form', 'paper-form', 'paper-form', 'paper-form', 'paper-form', 'paper-form'];
      expect(refused.slice(0, 7).map((verdict) => (verdict.ok ? 'accepted' : verdict.check))).toEqual(expected);
      expect(refused[7]!.ok).toBe(false);
    });

    it.each([challenge, response])('of an exponent: case %# plus q', (exponent) => {
      expect(verify(spelled(`"${exponent}"`, `"${BigInt(exponent) + Q}"`))).toMatchObject({
        check: 'paper-form',
        reason: 'not reduced modulo q',
      });
    });

    it('of an exponent in the signature', () => {
      for (const exponent of Object.values(parsed.signature.proof)) {
        expect(
          verify(
            paper
              .replace(`"${exponent}"}}}`, `"${BigInt(exponent) + Q}"}}}`)
              .replace(`"${exponent}","response"`, `"${BigInt(exponent) + Q}","response"`),
          ),
        ).toMatchObject({ check: 'paper-form' });
      }
    });

    it.each([
      ['a space', '"answers":[', '"answers": ['],
      ['a line break', '"answers":[', '"answers":\n['],
      ['an unknown field in an answer', '"choices":', '"extra":1,"choices":'],
      ['an unknown field in the paper', '"answers":', '"extra":1,"answers":'],
      ['a field twice', '"choices":', '"choices":[],"choices":'],
      [
        'fields in another order',
        `"alpha":"${alpha}","beta":"${parsed.answers[0]!.choices[0]!.beta}"`,
        `"beta":"${parsed.answers[0]!.choices[0]!.beta}","alpha":"${alpha}"`,
      ],
      ['an escape that is not needed', '"choices"', '"c\\u0068oices"'],
      ['a number instead of a string', `"${challenge}"`, challenge],
      ['null for a list', `"overall_proof":${JSON.stringify(parsed.answers[0]!.overall_proof)}`, '"overall_proof":null'],
      ['a missing proof', `"overall_proof":${JSON.stringify(parsed.answers[0]!.overall_proof)}`, '"overall_proof":[]'],
      ['a missing answer', `"answers":[${JSON.stringify(parsed.answers[0])}]`, '"answers":[]'],
      ['a second answer', ']}]}', `]},${JSON.stringify(parsed.answers[0])}]}`],
      ['a __proto__ field', '"answers":', '"__proto__":{},"answers":'],
    ])('%s', (_, from, to) => {
      const text = spelled(from, to);
      expect(text).not.toBe(paper);
      expect(verify(text)).toMatchObject({ check: 'paper-form' });
    });

    it('text that is not JSON, not UTF-8, or nested without end', () => {
      for (const text of ['', '{', 'null', '[]', '"x"', '[['.repeat(100_000), `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`]) {
        expect(verify(text)).toMatchObject({ check: 'paper-form' });
      }
      expect(verifyPaper(ballot.election, ballot.bases, Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
        check: 'paper-form',
        reason: 'not UTF-8',
      });
    });
  });

  it('refuses the form without blank on a question that allows it: one such paper would block the tally for good', () => {
    const unblank = aBallot(arithmetic, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1 }], seed: 'blank' });
    const { answers } = JSON.parse(unblank.seal(0, [[1, 0]])) as PaperJson;
    expect(verify(resealed(withBlank, 0, { answers }), withBlank)).toMatchObject({ check: 'paper-form' });
  });

  it('makes no paper of choices that are not allowed', () => {
    for (const choices of [
      [[1, 1, 0]],
      [[0, 0, 0]],
      [[1, 0]],
      [[2, -1, 0]],
      ['blank' as const],
      [],
      [
        [1, 0, 0],
        [1, 0, 0],
      ],
      [[0.5, 0.5, 0]],
    ]) {
      expect(() => ballot.seal(0, choices)).toThrow(TypeError);
    }
  });
});
