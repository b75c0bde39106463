import {
  type ProofBases,
  proofBasesOf,
  BigIntArithmetic,
  type Choices,
  deriveSecret,
  drawSecret,
  type Election,
  makeShare,
  makeTrusteeKey,
  publicCredential,
  marksToChoices,
  readPrivateKey,
  sealPaper,
  sealThreeWay,
  type ThreeWayMark,
  type ThreeWayPaper,
  verifyArchive,
  verifyElection,
} from '@plenum/ballot-crypto';
import type { BallotHouse, Meeting, Person } from './ballot-house.js';
import { decidingOn } from './ballot-steps.js';

export const arithmetic = new BigIntArithmetic({ bits: 6 });

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false };
export const SEALED_RESOLUTION_RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  pass: { ...MORE_THAN_HALF, base: 'roll' },
  bundle: 'each',
};
/** Two seats, three candidates. */
export const SEALED_ELECTION_RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 2,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: { ...MORE_THAN_HALF, base: 'roll' },
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'none',
  revote: true,
};

/** What a device is told when its paper is in the box. */
export interface Acknowledgement {
  readonly tracker: string;
  readonly position: number;
  readonly head: string;
  readonly signature: string;
}

/** What a ballot has besides devices. */
export interface Beside {
  readonly channel?: 'sealed' | 'mixed';
  readonly codesDesk?: readonly Person[];
}

/** A sealed ballot with the devices of its scrutineers and voters, by HTTP only. */
export class SealedVote {
  /** Private halves of the scrutineers' keys, each on the own device. */
  readonly keys = new Map<string, bigint>();
  private readonly secrets = new Map<string, bigint>();
  private sealing: { election: Election; bases: ProofBases } | undefined;

  private constructor(
    readonly house: BallotHouse,
    readonly meeting: Meeting,
    readonly id: string,
    readonly scrutineers: readonly Person[],
  ) {}

  /** An adopted sealed (or mixed) ballot with a frozen roll and three scrutineers, none of whom gave a key yet. */
  static async named(
    house: BallotHouse,
    meeting: Meeting,
    kind: 'resolution' | 'election',
    rules: object = kind === 'election' ? SEALED_ELECTION_RULES : SEALED_RESOLUTION_RULES,
    { channel = 'sealed', codesDesk = [] }: Beside = {},
  ): Promise<SealedVote> {
    const choices =
      kind === 'election'
        ? { candidates: ['One', 'Two', 'Three'].map((label, n) => ({ id: `c${n + 1}`, label })) }
        : { items: [{ id: 'plan', label: 'The plan' }] };
    return SealedVote.of(house, meeting, { kind, channel, rules, ...choices }, codesDesk);
  }

  /** As {@link named}, of whatever kind. */
  static async of(house: BallotHouse, meeting: Meeting, draft: object, codesDesk: readonly Person[] = []): Promise<SealedVote> {
    const { organiser, officers, sessionId } = meeting;
    const drafted = await house.send('post', '/ballots', organiser, { sessionId, channel: 'sealed', title: 'A sealed vote', ...draft });
    expect(drafted.body).toMatchObject({ state: 'RULES_DRAFT' });
    const third = meeting.person();
    await meeting.register(third);
    const vote = new SealedVote(house, meeting, (drafted.body as { id: string }).id, [...meeting.scrutineers, third]);
    await vote.accepted(organiser, 'adoption');
    await vote.accepted(organiser, 'roll');
    await vote.accepted(organiser, 'officers', {
      ...officers,
      scrutineers: vote.scrutineers.map(({ id }) => id),
      codesDesk: codesDesk.map(({ id }) => id),
    });
    return vote;
  }

  /** A further round of a sealed ballot, with the same scrutineers: none of whom gave a key to it yet. */
  static async following({ house, meeting, scrutineers }: SealedVote, id: string): Promise<SealedVote> {
    const vote = new SealedVote(house, meeting, id, scrutineers);
    await vote.accepted(meeting.organiser, 'roll');
    await vote.accepted(meeting.organiser, 'officers', { ...meeting.officers, scrutineers: scrutineers.map((each) => each.id) });
    return vote;
  }

  /** Open: every key given, and all of these delegates have a paper. */
  async opened(voters: readonly Person[] = this.meeting.delegates): Promise<this> {
    for (const scrutineer of this.scrutineers) await this.offerKey(scrutineer);
    for (const voter of voters) await this.register(voter);
    await this.accepted(this.meeting.organiser, 'opening', {});
    return this;
  }

  offerKey(scrutineer: Person) {
    const pair = makeTrusteeKey(arithmetic);
    this.keys.set(scrutineer.id, readPrivateKey(pair.privateKey));
    return this.accepted(scrutineer, 'trustee-keys', { publicKey: pair.publicKey });
  }

  /** The voter's device draws a secret and registers its public half. */
  async register(voter: Person): Promise<string> {
    const secret = drawSecret();
    const credential = publicCredential(arithmetic, secret);
    await this.accepted(voter, 'credentials', { publicCredential: credential });
    this.secrets.set(voter.id, secret);
    return credential;
  }

  /** Any device of the house, into which the voter typed the code of a slip. */
  async typeCode(voter: Person, code: string): Promise<void> {
    const { electionId } = (await this.get(voter, '/slips')).body as { electionId: string };
    this.secrets.set(voter.id, deriveSecret(code, electionId));
  }

  /** The voter's device seals a paper. */
  async seal(voter: Person, choices: Choices): Promise<string> {
    const { election, bases } = (this.sealing ??= await this.prepare(voter));
    return sealPaper(election, bases, this.secrets.get(voter.id) ?? drawSecret(), choices).text;
  }

  /**
   * A dishonest device seals a paper in which everything is right but that it names somebody else's credential: it can only sign with its
   * own secret.
   */
  async sealUnder(voter: Person, theirs: string, choices: Choices): Promise<string> {
    const { election, bases } = (this.sealing ??= await this.prepare(voter));
    const secret = this.secrets.get(voter.id) ?? drawSecret();
    const g = { base: bases.g.base, power: (exponent: bigint) => (exponent === secret ? BigInt(theirs) : bases.g.power(exponent)) };
    return sealPaper(election, { ...bases, g }, secret, choices).text;
  }

  /** The voter's device seals three-way marks, and proves that it marks nobody both ways. */
  async sealMarks(voter: Person, marks: readonly ThreeWayMark[]): Promise<ThreeWayPaper> {
    const { election, bases } = (this.sealing ??= await this.prepare(voter));
    const { approve, against } = marksToChoices(marks);
    return sealThreeWay(election, bases, this.secrets.get(voter.id) ?? drawSecret(), [approve, against], [{ approve: 0, against: 1 }]);
  }

  cast(voter: Person | null, paper: string, house = this.house, marks?: string) {
    return house.send('post', `/ballots/${this.id}/papers`, voter, { paper, ...(marks !== undefined && { marks }) });
  }

  /** Seals and casts, and expects the acknowledgement. */
  async vote(voter: Person, choices: Choices, house = this.house): Promise<Acknowledgement> {
    const answer = await this.cast(voter, await this.seal(voter, choices), house);
    expect(answer).toMatchObject({ status: 200, body: { tracker: expect.any(String) } });
    return answer.body as Acknowledgement;
  }

  /**
   * What a scrutineer's device makes: it verifies the archive itself and decrypts the sum that it computed. `keyOf` is whose key it uses.
   */
  async shareOf(scrutineer: Person, keyOf = scrutineer): Promise<string> {
    const verdict = verifyArchive(await this.archive(scrutineer), { arithmetic });
    if (!verdict.ok || !verdict.sum) throw new Error(`the scrutineer refuses the archive: ${JSON.stringify(verdict)}`);
    return makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, this.keys.get(keyOf.id) ?? 0n);
  }

  async share(scrutineer: Person): Promise<void> {
    await this.accepted(scrutineer, 'shares', { share: await this.shareOf(scrutineer) });
  }

  archive(as: Person): Promise<Buffer> {
    return this.file(as, 'archive');
  }

  async file(as: Person, name: 'archive' | 'sidecar'): Promise<Buffer> {
    const answer = await this.house.send('get', `/ballots/${this.id}/board/${name}`, as);
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  }

  async accepted(as: Person, step: string, body?: object) {
    const answer = await this.post(as, step, body);
    expect(answer).toMatchObject({ status: 200, body: { id: this.id } });
    return answer.body as { state: string };
  }

  async post(as: Person | null, step: string, body?: object) {
    return this.house.send('post', `/ballots/${this.id}/${step}`, as, await decidingOn(this.house, this.meeting, this.id, step, body));
  }

  get(as: Person | null, part = '') {
    return this.house.send('get', `/ballots/${this.id}${part}`, as);
  }

  private async prepare(voter: Person): Promise<{ election: Election; bases: ProofBases }> {
    const { election: text } = (await this.get(voter, '/board/setup')).body as { election: string };
    const read = verifyElection(text);
    if (!read.ok) throw new Error(read.reason);
    return { election: read.election, bases: proofBasesOf(arithmetic, read.election.publicKey) };
  }
}

/** The status and the code of an answer. */
export const said = ({ status, body }: { status: number; body: unknown }): string =>
  `${status} ${(body as { type?: string }).type ?? ''}`.trim();
