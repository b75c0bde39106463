import { BigIntArithmetic } from '../index.js';
import { verifyArchive } from '../archive/verify-archive.js';
import { unwrapVerdict, ToolElection } from '../testing/index.js';

// Elections made by belenios-tool alone, from keys to result: our strict verifier must accept them and read the same result.
const arithmetic = new BigIntArithmetic({ bits: 8 });
const THREE_WAYS = { answers: ['yes', 'no', 'abstain'], min: 1, max: 1, question: 'motion' };
const elections: ToolElection[] = [];

function anElection(): ToolElection {
  const election = new ToolElection();
  elections.push(election);
  return election;
}

afterAll(() => elections.forEach((election) => election.remove()));

describe('we accept whole elections of belenios-tool', () => {
  it('three ways, blank allowed, nine of twelve; votes cast again; two scrutineers', () => {
    const theirs = anElection();
    const trustees = [theirs.makeTrustee(), theirs.makeTrustee()];
    const codes = theirs.makeCodes(['a@x.org', 'b@x.org', 'c@x.org']);
    theirs.open([
      THREE_WAYS,
      { answers: ['yes', 'no'], blank: true, min: 1, max: 1, question: 'with blank \\ "quoted" 中文' },
      { answers: Array.from({ length: 12 }, (_, n) => `c${n}`), min: 0, max: 9, question: 'board' },
    ]);
    const board = [1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1];
    theirs.cast(
      theirs.seal(codes[0]!, [[1, 0, 0], [1, 0, 0], board]),
      theirs.seal(codes[1]!, [[0, 1, 0], [0, 1, 0], board]),
      theirs.seal(codes[0]!, [[0, 0, 1], [0, 0, 1], board]),
    );
    theirs.tally();
    trustees.forEach(({ keyFile }, n) => theirs.share(n + 1, keyFile));
    theirs.decide();
    expect(unwrapVerdict(verifyArchive(theirs.archive, { arithmetic }))).toMatchObject({
      state: 'decided',
      voters: 3,
      papers: 3,
      counted: 2,
      result: [
        [0, 1, 1],
        [0, 1, 1],
        [2, 2, 2, 0, 0, 0, 0, 0, 0, 2, 2, 2],
      ],
      warnings: [],
    });
  });

  it('weights, one of them 0', () => {
    const theirs = anElection();
    const { keyFile } = theirs.makeTrustee();
    const codes = theirs.makeCodes(['a@x.org,a,3', 'b@x.org,b,70', 'c@x.org,c,0']);
    theirs.open([THREE_WAYS]);
    theirs.cast(...codes.map((code, n) => theirs.seal(code, [[n === 0 ? 1 : 0, n === 1 ? 1 : 0, n === 2 ? 1 : 0]])));
    theirs.tally();
    theirs.share(1, keyFile);
    theirs.decide();
    expect(unwrapVerdict(verifyArchive(theirs.archive, { arithmetic }))).toMatchObject({ result: [[3, 70, 0]], counted: 3 });
  });

  it('one who must decrypt and two of three, warning that older certificates are not bound to each other', () => {
    const theirs = anElection();
    const single = theirs.makeTrustee();
    const thresholdTrustees = Array.from({ length: 3 }, () => theirs.makeCertificate());
    theirs.write('certs.jsons', thresholdTrustees.map(({ message }) => message).join('\n'));
    theirs.write('polynomials.jsons', thresholdTrustees.map(({ keyFile }) => theirs.round(3, 2, keyFile)).join('\n'));
    theirs.round(4, 2);
    const voutputs = thresholdTrustees.map(({ keyFile }) => theirs.round(5, 2, keyFile, theirs.read(keyFile.replace('.key', '.vinput'))));
    theirs.write('threshold.json', theirs.round(6, 2, undefined, `${voutputs.join('\n')}\n`));
    const codes = theirs.makeCodes(['a@x.org', 'b@x.org']);
    theirs.open([THREE_WAYS]);
    theirs.cast(...codes.map((code) => theirs.seal(code, [[0, 1, 0]])));
    theirs.tally();
    theirs.share(1, single.keyFile);
    for (const owner of [4, 2])
      theirs.share(owner, thresholdTrustees[owner - 2]!.keyFile, thresholdTrustees[owner - 2]!.keyFile.replace('.key', '.dkey'));
    theirs.decide();
    expect(unwrapVerdict(verifyArchive(theirs.archive, { arithmetic }))).toMatchObject({
      result: [[0, 2, 0]],
      warnings: ['trustees-unbound'],
    });
  });
});
