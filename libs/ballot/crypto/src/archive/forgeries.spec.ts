import { publicCredential } from '../credentials/credential.js';
import { RECORD_BYTES_MAX } from '../form/limits.js';
import { type Check, CHECKS, type Refusal, type Verdict } from '../form/verdict.js';
import { multiplyModP } from '../group/arithmetic.js';
import { G, P } from '../group/belenios-2048.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { hexHash, utf8 } from '../group/hashing.js';
import { makeShare } from '../tally/share.js';
import { type Box, aBallot, someTrustees, forgePaper, unwrapVerdict, resealed, seededRandomness } from '../testing/index.js';
import { sealThreeWay } from '../three-way/seal-three-way.js';
import { appendMarks, startSidecar } from '../three-way/sidecar.js';
import { acceptShares, makePolynomial } from '../trustees/ceremony.js';
import { publicKeyOf, makeTrusteeKey, writeTrusteeKey } from '../trustees/trustee-key.js';
import { append, joined } from './append.js';
import { writeArchiveHeader } from './record.js';
import { verifyArchive } from './verify-archive.js';

/*
 * One forgery for each check, as far as the forger can go: chain, hashes, signatures and sums are computed again, so that
 * exactly the named check refuses. The table is typed by the list of checks: a new check does not compile without one.
 */
const arithmetic = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(arithmetic);
const withThreshold = aBallot(arithmetic, { thresholdTrustees: { size: 3, threshold: 2 }, seed: 'circled' });
const random = seededRandomness('forgeries');
const verify = (box: Box | Uint8Array, options: { since?: Uint8Array | string; sidecar?: Uint8Array } = {}) =>
  verifyArchive(box instanceof Uint8Array ? box : box.bytes, { arithmetic, ...options });

const yes = [ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[1, 0, 0]]), ballot.seal(2, [[0, 1, 0]])] as const;
const voted = (): Box => ballot.box().cast(...yes);
const decided = voted().finish(1);
/** A text as its JSON, edited, in canonical form again. */
function change<T>(text: string, edit: (copy: T) => void): string {
  const copy = JSON.parse(text) as T;
  edit(copy);
  return JSON.stringify(copy);
}

type TrusteesJson = [kind: string, content: Record<string, unknown>][];
interface ThresholdJson {
  certs: unknown[];
  coefexps: unknown[];
  signatures: unknown[];
  verification_keys: unknown[];
}
interface ElectionJson {
  version: number;
  group: string;
  public_key: string;
  questions: { max: number }[];
}
interface PaperJson {
  answers: unknown;
  signature: { proof: unknown };
}
interface ShareJson {
  decryption_factors: string[][];
}
interface VinputJson {
  secrets: unknown[];
}

/** Trustees and an election with their key, as a server could write them. */
const setupWith = (text: string, electionKey: bigint): { trustees: string; election: string } => ({
  trustees: text,
  election: ballot.election.text.replace(ballot.election.publicKey.toString(), electionKey.toString()),
});
const roll = (edit: (entries: string[]) => void): { roll: string } => ({ roll: change(ballot.rollText, edit) });
const election = (edit: (copy: ElectionJson) => void): { election: string } => ({ election: change(ballot.election.text, edit) });
const trustees = (edit: (items: TrusteesJson) => void): string => change(ballot.trusteesText, edit);
const inThreshold = (edit: (thresholdTrustees: ThresholdJson) => void): Verdict<object> =>
  verify(
    withThreshold.box({ trustees: change<[['Pedersen', ThresholdJson]]>(withThreshold.trusteesText, ([[, params]]) => edit(params)) }),
  );
const answersOf = (paper: string): unknown => (JSON.parse(paper) as PaperJson).answers;

/** The archive with other bytes at an offset. The second record starts at 1024: its size at 124, its content at 512. */
function patched(offset: number, text: string): Uint8Array {
  const bytes = decided.bytes.slice();
  bytes.set(utf8(text), offset);
  return bytes;
}
const claiming = (size: number): Uint8Array => patched(1024 + 124, size.toString(8).padStart(11, '0'));

const threeWay = aBallot(arithmetic, {
  questions: [
    { question: 'approve', answers: ['甲', '乙'], min: 0, max: 1 },
    { question: 'against', answers: ['甲', '乙'], min: 0, max: 2 },
  ],
  seed: 'three-way',
});
const PAIRS = [{ approve: 0, against: 1 }];
const marked = threeWay.secrets.map((secret) =>
  sealThreeWay(
    threeWay.election,
    threeWay.bases,
    secret,
    [
      [1, 0],
      [0, 1],
    ],
    PAIRS,
    random,
  ),
);

/** A sidecar for the papers, with a right chain; `edit` changes what a line says before it is chained. */
function sidecarOf(
  papers: readonly { text: string; marks: string }[],
  edit: (line: string, index: number) => string = (line) => line,
): Uint8Array {
  let { end, bytes } = startSidecar(threeWay.election, PAIRS);
  const pieces = [bytes];
  papers.forEach(({ text, marks }, index) => {
    const line = edit(new TextDecoder().decode(appendMarks(end, text, marks).bytes).trimEnd(), index);
    bytes = utf8(`${line}\n`);
    end = { height: end.height + 1, hash: hexHash(line) };
    pieces.push(bytes);
  });
  return joined(pieces);
}
const markedBox = threeWay.box().cast(...marked.map(({ text }) => text));
const withSidecar = (sidecar: Uint8Array) => verify(markedBox, { sidecar });

const ceremony = someTrustees(arithmetic, 3, 2, random);
const thresholdTrustees = { certificates: ceremony.certificates, threshold: 2 };
const round3 = (edit: (vinput: VinputJson) => void) =>
  acceptShares(arithmetic, ceremony.keys[0]!, thresholdTrustees, change(ceremony.vinputs[0]!, edit), random);

const forgeries: Record<Check, () => Verdict<object>> = {
  'archive-size': () => verify(claiming(RECORD_BYTES_MAX + 1)),
  'archive-record': () => verify(decided.bytes.slice(0, -512)),
  'archive-header': () => verify(decided.bytes.slice(1024)),
  'record-hash': () => verify(patched(1024 + 512, '{ ')),
  'record-unused': () => verify(voted().record('data', '"hidden"').close()),

  'event-form': () => verify(voted().event('EndShuffles')),
  'event-parent': () => {
    const box = voted();
    return verify(box.spelledEvent(JSON.stringify({ parent: hexHash('elsewhere'), height: box.head.height + 1, type: 'EndBallots' })));
  },
  'event-height': () => {
    const box = voted();
    return verify(box.spelledEvent(JSON.stringify({ parent: box.head.hash, height: box.head.height + 2, type: 'EndBallots' })));
  },
  'event-payload': () => verify(voted().event('EndBallots', '"a payload"')),
  'event-order': () => verify(ballot.box().cast(yes[0]).close().cast(yes[1])),
  'event-missing': () => verify(voted().tally()),
  'event-repeated': () => verify(voted().finish(1).decide('{"result":[[3,0,0]]}')),

  'setup-form': () => {
    const texts = [ballot.election.text, ballot.trusteesText, ballot.rollText];
    const setup = JSON.stringify(
      Object.fromEntries(['credentials', 'trustees', 'election'].map((name, n) => [name, hexHash(texts[2 - n]!)])),
    );
    return verify(joined([writeArchiveHeader(1), append({ timestampS: 1 }, 'Setup', setup, texts).bytes]));
  },
  'election-form': () => verify(ballot.box(election((copy) => (copy.version = 2)))),
  'election-group': () => verify(ballot.box(election((copy) => (copy.group = 'RFC-3526-2048')))),
  'election-question': () => verify(ballot.box(election((copy) => (copy.questions[0]!.max = 0)))),
  'election-key': () => verify(ballot.box(election((copy) => (copy.public_key = publicCredential(arithmetic, 7n))))),

  'trustees-form': () => verify(ballot.box({ trustees: trustees(([item]) => (item![1].note = '')) })),
  'trustee-key': () => {
    // The identity beside a right key changes nothing in the product: a trustee without a secret.
    const nobody = writeTrusteeKey(publicKeyOf(arithmetic, 0n, random));
    return verify(ballot.box({ trustees: trustees((items) => items.push(['Single', { ...nobody }])) }));
  },
  'trustee-proof': () => {
    // The classic: a last key that cancels the others, whose secret its maker cannot know.
    const own = publicKeyOf(arithmetic, 5n, random);
    const cancelling = multiplyModP(own.publicKey, arithmetic.power(ballot.election.publicKey, P - 2n));
    const forged = writeTrusteeKey({ ...own, publicKey: cancelling });
    return verify(
      ballot.box(
        setupWith(
          trustees((items) => items.push(['Single', { ...forged }])),
          own.publicKey,
        ),
      ),
    );
  },
  'trustee-repeated': () => {
    const twice = trustees((items) => items.push(items[0]!));
    return verify(ballot.box(setupWith(twice, multiplyModP(ballot.election.publicKey, ballot.election.publicKey))));
  },
  'threshold-certificate': () => inThreshold(({ certs }) => certs.reverse()),
  'threshold-coefficients': () => inThreshold(({ coefexps }) => coefexps.reverse()),
  'threshold-signature': () => inThreshold(({ signatures }) => signatures.reverse()),
  'threshold-key': () =>
    inThreshold(({ verification_keys }) => (verification_keys[1] = JSON.parse(makeTrusteeKey(arithmetic, undefined, random).publicKey))),

  'roll-form': () => verify(ballot.box(roll((entries) => (entries[0] = `0${entries[0]}`)))),
  'roll-credential': () => verify(ballot.box(roll((entries) => (entries[0] = multiplyModP(BigInt(entries[0]!), P - 1n).toString())))),
  'roll-identity': () => verify(ballot.box(roll((entries) => entries.unshift('1')))),
  'roll-repeated': () => verify(ballot.box(roll((entries) => entries.push(entries[0]!)))),

  'paper-size': () => verify(ballot.box().cast(JSON.stringify('x'.repeat(4 * 1024 * 1024)))),
  'paper-form': () => verify(voted().cast(resealed(ballot, 0, { answers: [], extra: 1 }))),
  'paper-election': () => verify(voted().cast(withThreshold.seal(0, [[1, 0, 0]]))),
  'paper-credential': () => verify(voted().cast(resealed(ballot, 0, { credential: '1', answers: answersOf(yes[0]) }))),
  'paper-group': () =>
    verify(voted().cast(forgePaper(ballot, 0, { insides: [1, 0, 0], twist: { cell: 1, part: 'beta', by: P - 1n, order: 2 } }))),
  'paper-mark-proof': () => verify(voted().cast(forgePaper(ballot, 0, { insides: [2, -1, 0] }))),
  'paper-sum-proof': () => verify(voted().cast(forgePaper(ballot, 0, { insides: [1, 1, 0] }))),
  'paper-blank-proof': () => {
    const blank = aBallot(arithmetic, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1, blank: true }], seed: 'blank' });
    return verify(blank.box().cast(forgePaper(blank, 0, { insides: [1, 1, 0] })));
  },
  'paper-hash': () =>
    verify(ballot.box().cast(change<PaperJson>(yes[0], (copy) => (copy.answers = answersOf(ballot.seal(0, [[0, 1, 0]])))))),
  'paper-signature': () =>
    verify(
      ballot.box().cast(change<PaperJson>(yes[0], (copy) => (copy.signature.proof = (JSON.parse(yes[1]) as PaperJson).signature.proof))),
    ),
  'paper-off-roll': () =>
    verify(
      ballot.box(roll((entries) => entries.splice(entries.indexOf(publicCredential(arithmetic, ballot.secrets[1]!)), 1))).cast(...yes),
    ),
  'paper-repeated': () => verify(ballot.box().cast(yes[0], ballot.seal(0, [[0, 1, 0]]), yes[0])),

  'tally-form': () => verify(voted().close().tally({ tally: [] })),
  'tally-product': () => {
    // A voter added under encryption: shares and result are made of the wrong sum and fit it.
    const box = voted().close();
    const [[first, ...rest]] = box.honestSum.tally as [[{ alpha: bigint; beta: bigint }, ...{ alpha: bigint; beta: bigint }[]]];
    return verify(
      box
        .tally({ tally: [[{ ...first, beta: multiplyModP(first.beta, G) }, ...rest]] })
        .share(1)
        .decide(),
    );
  },
  'tally-count': () => verify(voted().close().tally({ counted: 2 }).share(1).decide()),
  'tally-weight': () => verify(voted().close().tally({ totalWeight: 4 }).share(1).decide()),

  'share-form': () => verify(voted().close().tally().share(1, '{"decryption_factors":[],"decryption_proofs":[]}')),
  'share-owner': () => {
    const box = voted().close().tally();
    return verify(box.share(2, box.shareText(1)));
  },
  'share-repeated': () => verify(voted().close().tally().share(1).share(1)),
  'share-group': () => {
    const box = voted().close().tally();
    return verify(
      box.share(
        1,
        change<ShareJson>(box.shareText(1), ({ decryption_factors: [row] }) => (row![0] = (P - BigInt(row![0]!)).toString())),
      ),
    );
  },
  'share-proof': () => {
    const box = voted().close().tally();
    return verify(box.share(1, makeShare(arithmetic, ballot.election.fingerprint, box.honestSum.tally, 12345n, random)));
  },

  'result-form': () => verify(voted().close().tally().share(1).decide('{"result":[["2",1,0]]}')),
  'result-shares': () => {
    const box = withThreshold
      .box()
      .cast(withThreshold.seal(0, [[1, 0, 0]]))
      .close()
      .tally();
    return verify(box.share(2).decide('{"result":[[1,0,0]]}'));
  },
  'result-value': () => verify(voted().close().tally().share(1).decide('{"result":[[1,2,0]]}')),

  'since-snapshot': () => verify(decided, { since: utf8('not an archive') }),
  // The whole board rewritten without the first voter, everything computed again: only an earlier copy shows it.
  'since-extension': () => verify(ballot.box().cast(yes[1], yes[2]).finish(1), { since: ballot.box().cast(yes[0]).bytes }),

  'sidecar-form': () => withSidecar(sidecarOf(marked, (line) => line.replace('{"parent"', '{ "parent"'))),
  'sidecar-chain': () =>
    withSidecar(sidecarOf(marked, (line, index) => (index === 1 ? line.replace(/"parent":"../, '"parent":"00') : line))),
  'sidecar-election': () => withSidecar(startSidecar({ ...threeWay.election, fingerprint: ballot.election.fingerprint }, PAIRS).bytes),
  'sidecar-paper': () => withSidecar(sidecarOf([marked[1]!, marked[0]!, marked[2]!])),
  'sidecar-proof': () => withSidecar(sidecarOf(marked.map(({ text }, index) => ({ text, marks: marked[(index + 1) % 3]!.marks })))),

  'ceremony-message': () => round3((vinput) => vinput.secrets.reverse()),
  // Of a second polynomial of trustee 2: signed and sealed rightly, and not the one it committed to.
  'ceremony-secret': () =>
    round3(
      (vinput) =>
        (vinput.secrets[1] = (
          JSON.parse(unwrapVerdict(makePolynomial(arithmetic, ceremony.keys[1]!, thresholdTrustees, random)).polynomial) as VinputJson
        ).secrets[0]),
    ),
};

describe('each check refuses its forgery', () => {
  it.each(CHECKS)('%s', (check) => {
    const verdict = forgeries[check]();
    expect(verdict).toMatchObject<Partial<Refusal>>({ ok: false, check });
  });
});
