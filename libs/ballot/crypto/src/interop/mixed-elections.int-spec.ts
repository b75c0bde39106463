import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BigIntArithmetic, proofBasesOf } from '../index.js';
import { appendClosing, appendResult, appendShare, appendTally, type ArchiveAddition, type ArchiveEnd, joined } from '../archive/append.js';
import { openArchive, verifyArchive, verifyOnePaper } from '../archive/verify-archive.js';
import { sumPapers } from '../archive/conclude.js';
import { deriveSecret, publicCredential } from '../credentials/credential.js';
import { readElection } from '../election/election.js';
import { sealPaper } from '../paper/seal-paper.js';
import { combine } from '../tally/combination.js';
import { openTally } from '../tally/result.js';
import { makeShare, readShare } from '../tally/share.js';
import { BeleniosTool, aBallot, unwrapVerdict, ToolElection } from '../testing/index.js';
import { acceptShares, makePolynomial, openPrivateKey, routePolynomials } from '../trustees/ceremony.js';
import { makeCertificate } from '../trustees/certificate.js';
import { ceremonyKeys, makeSeed } from '../trustees/channel.js';
import { readPrivateKey } from '../trustees/trustee-key.js';

// Half theirs, half ours, in one archive: each side's output is the other side's input.
const arithmetic = new BigIntArithmetic({ bits: 8 });
const tool = BeleniosTool.find();
const MOTION = { answers: ['yes', 'no', 'abstain'], min: 1, max: 1, question: 'motion' };
const elections: ToolElection[] = [];

function anElection(uuid?: string): ToolElection {
  const election = new ToolElection(tool, uuid);
  elections.push(election);
  return election;
}

function acceptedByBoth(archive: Uint8Array, uuid: string): object {
  expect(tool.verify(archive, uuid)).toMatchObject({ isAccepted: true });
  return unwrapVerdict(verifyArchive(archive, { arithmetic }));
}

afterAll(() => elections.forEach((election) => election.remove()));

describe('mixed elections', () => {
  it('their papers, our tally, share and result', () => {
    const theirs = anElection();
    const { keyFile } = theirs.makeTrustee();
    const codes = theirs.makeCodes(['a@x.org', 'b@x.org']);
    theirs.open([MOTION]);
    theirs.cast(...codes.map((code) => theirs.seal(code, [[0, 0, 1]])));
    const opened = unwrapVerdict(openArchive(theirs.archive, { arithmetic }));
    const { board, election, trustees } = opened;
    const bases = proofBasesOf(arithmetic, election.publicKey);
    const pieces = [theirs.archive];
    let end: ArchiveEnd = { timestampS: board.timestampS, head: board.head };
    const add = (appended: ArchiveAddition): void => {
      pieces.push(appended.bytes);
      end = appended.end;
    };
    const sum = sumPapers(
      opened,
      board.papers.map(({ content }) => unwrapVerdict(verifyOnePaper(election, bases, content)).credential),
    );
    add(appendClosing(end));
    add(appendTally(end, sum));
    const share = makeShare(arithmetic, election.fingerprint, sum.tally, readPrivateKey(theirs.read(keyFile)));
    add(appendShare(end, 1, share));
    const factors = readShare(arithmetic, election.fingerprint, sum.tally, trustees.keys[0]!.publicKey, share);
    add(appendResult(end, openTally(arithmetic, sum, combine(arithmetic, trustees, new Map([[1, factors]])))));
    expect(acceptedByBoth(joined(pieces), theirs.uuid)).toMatchObject({ result: [[0, 0, 2]] });
  });

  it('our papers from their codes, their tally, shares and result', () => {
    const theirs = anElection();
    const { keyFile } = theirs.makeTrustee();
    const codes = theirs.makeCodes(['a@x.org', 'b@x.org']);
    theirs.open([{ ...MOTION, blank: true }]);
    const election = readElection(theirs.read('election.json'));
    const secrets = codes.map((code) => deriveSecret(code, theirs.uuid));
    const roll = JSON.parse(theirs.read('public_creds.json')) as string[];
    expect(roll.map((line) => line.split(',')[0])).toEqual(
      expect.arrayContaining(secrets.map((secret) => publicCredential(arithmetic, secret))),
    );
    const bases = proofBasesOf(arithmetic, election.publicKey);
    theirs.cast(sealPaper(election, bases, secrets[0]!, ['blank']).text, sealPaper(election, bases, secrets[1]!, [[0, 1, 0]]).text);
    theirs.tally();
    theirs.share(1, keyFile);
    theirs.decide();
    expect(acceptedByBoth(theirs.archive, theirs.uuid)).toMatchObject({ result: [[1, 0, 1, 0]] });
  });

  it('our papers in our archive, their tally, our share, their result', () => {
    const ours = aBallot(arithmetic, { questions: [MOTION] });
    const box = ours.box().cast(ours.seal(0, [[1, 0, 0]]), ours.seal(1, [[1, 0, 0]]));
    const theirs = anElection(ours.election.uuid);
    writeFileSync(join(theirs.folder, `${theirs.uuid}.bel`), box.bytes);
    theirs.tally();
    theirs.addShare(1, box.shareText(1));
    theirs.decide();
    expect(acceptedByBoth(theirs.archive, theirs.uuid)).toMatchObject({ result: [[2, 0, 0]] });
  });

  it('a ceremony of one trustee of theirs and two of ours, routed by either server with the same bytes', () => {
    const theirs = anElection();
    const [size, threshold] = [3, 2];
    const first = theirs.makeCertificate();
    const own = [2, 3].map((index) => ({ index, keys: ceremonyKeys(arithmetic, makeSeed()) }));
    const certificates = [first.message, ...own.map(({ index, keys }) => makeCertificate(arithmetic, keys, { size, threshold, index }))];
    const thresholdTrustees = { certificates, threshold };
    theirs.write('certs.jsons', certificates.join('\n'));
    const polynomials = [
      theirs.round(3, threshold, first.keyFile),
      ...own.map(({ keys }) => unwrapVerdict(makePolynomial(arithmetic, keys, thresholdTrustees)).polynomial),
    ];
    theirs.write('polynomials.jsons', polynomials.join('\n'));
    theirs.round(4, threshold);
    const vinputs = routePolynomials(polynomials);
    const theirVinputs = theirs.list('.vinput').map((name) => theirs.read(name));
    expect([...theirVinputs].sort()).toEqual([...vinputs].sort());
    const voutputs = [
      theirs.round(5, threshold, first.keyFile, vinputs[0]!),
      ...own.map(({ keys, index }) => unwrapVerdict(acceptShares(arithmetic, keys, thresholdTrustees, vinputs[index - 1]!)).voutput),
    ];
    theirs.write('threshold.json', theirs.round(6, threshold, undefined, `${voutputs.join('\n')}\n`));
    const [code] = theirs.makeCodes(['a@x.org']);
    theirs.open([MOTION]);
    theirs.cast(theirs.seal(code!, [[1, 0, 0]]));
    theirs.tally();
    theirs.share(1, first.keyFile, first.keyFile.replace('.key', '.dkey'));
    const opened = unwrapVerdict(openArchive(theirs.archive, { arithmetic }));
    const bases = proofBasesOf(arithmetic, opened.election.publicKey);
    const sum = sumPapers(
      opened,
      opened.board.papers.map(({ content }) => unwrapVerdict(verifyOnePaper(opened.election, bases, content)).credential),
    );
    const { secret } = unwrapVerdict(
      openPrivateKey(arithmetic, own[1]!.keys, (JSON.parse(voutputs[2]!) as { private_key: string }).private_key),
    );
    theirs.addShare(3, makeShare(arithmetic, opened.election.fingerprint, sum.tally, secret));
    theirs.decide();
    expect(acceptedByBoth(theirs.archive, theirs.uuid)).toMatchObject({ result: [[1, 0, 0]] });
  });
});
