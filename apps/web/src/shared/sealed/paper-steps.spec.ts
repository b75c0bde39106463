import { hashes, keygen, sign } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import {
  BigIntArithmetic,
  makeElectionId,
  makeTrusteeKey,
  shortHash,
  verifyElection,
  verifyPaper,
  proofBasesOf,
  verifyTrustees,
  writeElection,
  writeRoll,
  writeTrustees,
} from '@plenum/ballot-crypto';
import { ProblemError } from '../../api/problem.js';
import {
  castKeptPaper,
  type VotingDevice,
  discardSealed,
  isUnused,
  isWorthRetrying,
  NoPaperError,
  receivePaper,
  sealAndKeep,
  type VotingApi,
} from './paper-steps.js';
import type { Receipt } from './receipt.js';
import type { RunTask } from './sealing-client.js';
import { TASKS } from './sealing-tasks.js';
import type { DeviceStore, OwnPaper } from './device-store.js';

hashes.sha512 = sha512;
const RECORD_ID = { memberId: 'member', ballotId: 'ballot' };
const CHOICES = [[1, 0, 1]];
const arithmetic = new BigIntArithmetic();

const refusal = (type: string, status = 409) => new ProblemError({ type, title: '', status, traceId: '' });
const lost = () => new TypeError('Failed to fetch');

/** A drawer that says what was in it at each moment. */
class MemoryDrawer implements DeviceStore<OwnPaper> {
  kept: OwnPaper | null = null;

  find = async () => this.kept;
  entriesOf = async () => (this.kept ? [this.kept] : []);

  async keep(paper: OwnPaper): Promise<void> {
    this.kept = { ...paper };
  }

  async forget(): Promise<void> {
    this.kept = null;
  }
}

/** The service as a device meets it: an election with a real key, credentials, a box, and a network that can be cut. */
class Hall implements VotingApi {
  readonly credentials: string[] = [];
  readonly sent: string[] = [];
  readonly box: string[] = [];
  revote = false;
  beforeArrival: Error | null = null;
  afterArrival: Error | null = null;
  signer = keygen();
  private readonly trustees = writeTrustees([makeTrusteeKey(arithmetic).publicKey, makeTrusteeKey(arithmetic).publicKey]);
  private readonly acknowledgements = keygen();
  private election = '';

  constructor() {
    this.signer = this.acknowledgements;
  }

  async register(_: string, credential: string): Promise<void> {
    if (this.beforeArrival) throw this.beforeArrival;
    if (!this.credentials.includes(credential)) this.credentials.push(credential);
    if (this.afterArrival) throw this.afterArrival;
  }

  open(): void {
    const read = verifyTrustees(arithmetic, this.trustees);
    if (!read.ok) throw new Error(read.check);
    const key = Buffer.from(this.acknowledgements.publicKey).toString('base64url');
    const description = `Plenum ballot b. Acknowledgements are signed with Ed25519 key ${key}.`;
    const questions = [{ question: 'Two seats', answers: ['A', 'B', 'C'], min: 0, max: 2, blank: false }];
    this.election = writeElection({ uuid: makeElectionId(), name: 'b', description, questions }, read.trustees.electionKey);
  }

  async setup() {
    return {
      election: this.election,
      trustees: this.trustees,
      roll: writeRoll(this.credentials.map((credential) => ({ credential }))),
      revote: this.revote,
      pairs: [],
    };
  }

  async cast(_: string, paper: string): Promise<Receipt> {
    this.sent.push(paper);
    if (this.beforeArrival) throw this.beforeArrival;
    if (!this.box.includes(paper)) this.box.push(paper);
    if (this.afterArrival) throw this.afterArrival;
    const place = { tracker: shortHash(paper), position: this.box.indexOf(paper) + 1, head: 'head' };
    const text = `plenum-acknowledgement|${shortHash(this.election)}|${place.tracker}|${place.position}|${place.head}`;
    return { ...place, signature: Buffer.from(sign(new TextEncoder().encode(text), this.signer.secretKey)).toString('base64url') };
  }

  async accepts(paper: string): Promise<boolean> {
    const read = verifyElection(this.election);
    return read.ok && verifyPaper(read.election, proofBasesOf(arithmetic, read.election.publicKey), paper).ok;
  }
}

const ask = (async (task, input) => (TASKS[task] as (given: unknown) => unknown)(input)) as RunTask;

let hall: Hall;
let papers: MemoryDrawer;
let device: VotingDevice;
beforeEach(() => {
  hall = new Hall();
  papers = new MemoryDrawer();
  device = { papers, api: hall, runTask: ask };
});

const receive = (anew = false) => receivePaper(RECORD_ID, device, { anew });
const fails = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (problem: unknown) => problem,
  );

async function toVote(): Promise<void> {
  await receive();
  hall.open();
}

describe('receiving a paper', () => {
  it('keeps the secret and registers its public half', async () => {
    await receive();
    expect(papers.kept).toMatchObject({ ...RECORD_ID, isRegistered: true, sealed: null, receipt: null, credential: hall.credentials[0] });
    expect(hall.credentials[0]).not.toBe(papers.kept?.secret);
  });

  it.each(['beforeArrival', 'afterArrival'] as const)('registers the same one again when the network failed (%s)', async (moment) => {
    hall[moment] = lost();
    expect(await fails(receive())).toBeInstanceOf(TypeError);
    const { secret } = papers.kept ?? {};
    expect(papers.kept).toMatchObject({ isRegistered: false, secret: expect.any(String) });
    hall[moment] = null;
    await receive();
    expect(papers.kept).toMatchObject({ isRegistered: true, secret });
    expect(hall.credentials).toHaveLength(1);
  });

  it('forgets a secret that will never be worth anything', async () => {
    hall.beforeArrival = refusal('ballot.credential-issued');
    expect(await fails(receive())).toBeInstanceOf(ProblemError);
    expect(papers.kept).toBeNull();
  });

  it('draws another where the roll was frozen anew', async () => {
    const before = await receive();
    expect((await receive(true)).secret).not.toBe(before.secret);
  });
});

describe('casting', () => {
  it('seals what the service accepts, and keeps no mark', async () => {
    await toVote();
    const { sealed } = await sealAndKeep(RECORD_ID, device, CHOICES);
    expect(await hall.accepts(sealed?.paper ?? '')).toBe(true);
    expect(hall.sent).toEqual([]);
    expect(Object.keys(papers.kept ?? {}).sort()).toEqual([
      'ballotId',
      'credential',
      'isRegistered',
      'memberId',
      'receipt',
      'sealed',
      'secret',
    ]);
    expect(Object.keys(papers.kept?.sealed ?? {}).sort()).toEqual(['paper', 'proofs', 'tracker']);
  });

  it('keeps the receipt, and forgets the secret', async () => {
    await toVote();
    await sealAndKeep(RECORD_ID, device, CHOICES);
    expect(await castKeptPaper(RECORD_ID, device)).toMatchObject({
      sealed: null,
      secret: null,
      receipt: { tracker: shortHash(hall.box[0] ?? ''), position: 1, isGenuine: true },
    });
  });

  it.each(['beforeArrival', 'afterArrival'] as const)(
    'sends the same bytes again when the network failed (%s), and counts once',
    async (moment) => {
      await toVote();
      await sealAndKeep(RECORD_ID, device, CHOICES);
      hall[moment] = lost();
      for (let time = 0; time < 3; time++) expect(isWorthRetrying(await fails(castKeptPaper(RECORD_ID, device)))).toBe(true);
      // The page is loaded anew: nothing but what is in the drawer is left.
      device = { papers, api: hall, runTask: ask };
      hall[moment] = null;
      await castKeptPaper(RECORD_ID, device);
      expect(new Set(hall.sent).size).toBe(1);
      expect(hall.sent).toHaveLength(4);
      expect(hall.box).toHaveLength(1);
      expect(papers.kept?.receipt?.isGenuine).toBe(true);
    },
  );

  it('does not take a receipt of another key for an acknowledgement', async () => {
    await toVote();
    await sealAndKeep(RECORD_ID, device, CHOICES);
    hall.signer = keygen();
    expect(await castKeptPaper(RECORD_ID, device)).toMatchObject({
      receipt: { isGenuine: false },
      sealed: { paper: hall.sent[0] },
      secret: expect.any(String),
    });
  });

  it('keeps the secret where voting again is allowed', async () => {
    await toVote();
    hall.revote = true;
    await sealAndKeep(RECORD_ID, device, CHOICES);
    const first = await castKeptPaper(RECORD_ID, device);
    await sealAndKeep(RECORD_ID, device, [[0, 1, 0]]);
    const second = await castKeptPaper(RECORD_ID, device);
    expect(hall.box).toHaveLength(2);
    expect(second.receipt?.tracker).not.toBe(first.receipt?.tracker);
  });

  it('seals nothing without a paper, nor a second one after the first', async () => {
    hall.open();
    expect(await fails(sealAndKeep(RECORD_ID, device, CHOICES))).toBeInstanceOf(NoPaperError);
    expect(await fails(castKeptPaper(RECORD_ID, device))).toBeInstanceOf(NoPaperError);
    await toVote();
    await sealAndKeep(RECORD_ID, device, CHOICES);
    await castKeptPaper(RECORD_ID, device);
    expect(await fails(sealAndKeep(RECORD_ID, device, CHOICES))).toBeInstanceOf(NoPaperError);
  });

  it('never makes an over-vote', async () => {
    await toVote();
    expect(await fails(sealAndKeep(RECORD_ID, device, [[1, 1, 1]]))).toBeInstanceOf(TypeError);
    expect(papers.kept?.sealed).toBeNull();
  });

  it('lets go of a paper that was refused, and keeps the secret for another', async () => {
    await toVote();
    await sealAndKeep(RECORD_ID, device, CHOICES);
    await discardSealed(RECORD_ID, device);
    expect(papers.kept).toMatchObject({ sealed: null, secret: expect.any(String) });
  });
});

describe('sending again', () => {
  it.each([
    [lost(), true],
    [refusal('fault', 500), true],
    [refusal('fault', 502), true],
    [refusal('ballot.busy', 503), true],
    [refusal('too-many', 429), true],
    [refusal('ballot.voting-closed'), false],
    [refusal('ballot.paper-refused', 422), false],
    [refusal('unauthenticated', 401), false],
    [new Error('device'), false],
  ])('%s: %s', (problem, expected) => {
    expect(isWorthRetrying(problem)).toBe(expected);
  });
});

describe('a paper that sign-out asks about', () => {
  const paper: OwnPaper = { ...RECORD_ID, secret: '1', credential: '2', isRegistered: true, sealed: null, receipt: null };
  const receipt = { tracker: 't', position: 1, head: 'h', signature: 's', isGenuine: true };

  it('is one that is not in the box, as far as this device knows', () => {
    expect(isUnused(paper)).toBe(true);
    expect(isUnused({ ...paper, sealed: { paper: '{}', tracker: 't', proofs: null } })).toBe(true);
    expect(isUnused({ ...paper, receipt })).toBe(false);
    expect(isUnused({ ...paper, receipt, sealed: { paper: '{}', tracker: 't', proofs: null } })).toBe(true);
    expect(isUnused({ ...paper, isRegistered: false })).toBe(false);
  });
});
