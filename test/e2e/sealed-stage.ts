import { BigIntArithmetic, makeShare, makeTrusteeKey, readPrivateKey, verifyArchive } from '@plenum/ballot-crypto';
import type { Visitor } from './browser.js';
import type { Person } from '../lib/api-client.js';
import { allHeard } from '../lib/hearing.js';
import { House } from '../lib/house.js';
import { onceKnown, Organisation, type Session } from '../lib/organisation.js';
import { ORGANISATION, SECRETARY } from './stage.js';

/** Those who open the box together, those who vote, and who counts. All are plainly made up. */
export const SEALED_CAST = {
  scrutineer: { staffNo: 'T20001', name: '监甲子', email: 't20001@example.test' },
  colleague: { staffNo: 'T20002', name: '监乙丑', email: 't20002@example.test' },
  witness: { staffNo: 'T20007', name: '监庚午', email: 't20007@example.test' },
  teller: { staffNo: 'T20003', name: '计丙寅', email: 't20003@example.test' },
  first: { staffNo: 'T20004', name: '代丁卯', email: 't20004@example.test' },
  second: { staffNo: 'T20005', name: '代戊辰', email: 't20005@example.test' },
  third: { staffNo: 'T20006', name: '代己巳', email: 't20006@example.test' },
} as const;
export type SealedRole = keyof typeof SEALED_CAST;

export const DELEGATES = ['first', 'second', 'third'] as const;
export const CANDIDATES = { c1: '候选人方一', c2: '候选人方二', c3: '候选人方三' } as const;
export const MATTER = '岗位竞聘方案';
export const ELECTION = '工会委员会委员选举';

/** A house with a sitting that is on: everybody has signed in to it. */
export interface SealedStage {
  readonly house: House;
  readonly organisation: Organisation;
  readonly session: Session;
  readonly people: Readonly<Record<SealedRole, Person>>;
}

export async function setSealedStage(): Promise<SealedStage> {
  const house = await House.open();
  try {
    const organisation = await Organisation.found(house, ORGANISATION, SECRETARY);
    const roles = Object.keys(SEALED_CAST) as SealedRole[];
    const signedIn = await organisation.people(roles.map((role) => SEALED_CAST[role]));
    const people = Object.fromEntries(roles.map((role, at) => [role, signedIn[at]])) as Record<SealedRole, Person>;
    const session = await organisation.session();
    await organisation.seat(
      session,
      DELEGATES.map((role) => people[role]),
    );
    await organisation.secretary.decide(`/api/congress/sessions/${session.sessionId}/opening`);
    for (const role of DELEGATES) await people[role].post(`/api/congress/sessions/${session.sessionId}/attendance`, {});
    await allHeard(house);
    return { house, organisation, session, people };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** A matter on sealed papers that any two of three scrutineers open, up to the named officers. @returns its id */
export async function prepareMatter({ organisation: { secretary }, session, people }: SealedStage): Promise<string> {
  const rules = {
    quorum: { num: 2, den: 3, inclusive: true },
    participation: null,
    returnedLimit: 'issued',
    pass: { num: 1, den: 2, inclusive: false, base: 'valid' },
    bundle: 'each',
    procedure: { sharesNeeded: 2 },
  };
  const draft = {
    sessionId: session.sessionId,
    kind: 'resolution',
    title: MATTER,
    channel: 'sealed',
    rules,
    items: [{ id: 'plan', label: MATTER }],
  };
  const { id } = await secretary.post<{ id: string }>('/api/ballot/ballots', draft);
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  await secretary.decide(`${ballot}/roll`);
  const [scrutineer, colleague, witness, teller] = [
    people.scrutineer.memberId,
    people.colleague.memberId,
    people.witness.memberId,
    people.teller.memberId,
  ];
  await secretary.decide(`${ballot}/officers`, {
    scrutineers: [scrutineer, colleague, witness],
    chiefScrutineer: scrutineer,
    tellers: [teller],
    chiefTeller: teller,
  });
  return id;
}

/**
 * Three matters on paper, up to the named officers: two tellers, and a scrutineer who settles what they read differently. @returns its id
 */
export function preparePaper(stage: SealedStage): Promise<string> {
  const rules = {
    quorum: { num: 2, den: 3, inclusive: true },
    participation: null,
    returnedLimit: 'issued',
    pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
    bundle: 'each',
  };
  const items = ['岗位竞聘方案', '绩效分配方案', '福利费使用方案'].map((label, at) => ({ id: `m${at + 1}`, label }));
  return onPaper(stage, { kind: 'resolution', title: '三项方案', rules, items });
}

/** An election of one of two on paper, on which other names may be written, up to the same officers. @returns its id */
export function preparePaperElection(stage: SealedStage): Promise<string> {
  const rules = {
    quorum: { num: 2, den: 3, inclusive: true },
    returnedLimit: 'issued',
    seats: 1,
    surplus: { rate: { num: 5, den: 100 }, min: 1 },
    elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
    tie: 'runoff',
    shortage: 'vacant',
    writeIns: 'free',
  };
  const { c1, c2 } = CANDIDATES;
  return onPaper(stage, {
    kind: 'election',
    title: ELECTION,
    rules,
    candidates: [
      { id: 'c1', label: c1 },
      { id: 'c2', label: c2 },
    ],
  });
}

async function onPaper({ organisation: { secretary }, session, people }: SealedStage, about: object): Promise<string> {
  const draft = { sessionId: session.sessionId, channel: 'paper', ...about };
  const { id } = await onceKnown('the secretary may draft a ballot', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft));
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  await secretary.decide(`${ballot}/roll`);
  const [scrutineer, first, second] = [people.scrutineer.memberId, people.teller.memberId, people.witness.memberId];
  await secretary.decide(`${ballot}/officers`, {
    scrutineers: [scrutineer],
    chiefScrutineer: scrutineer,
    tellers: [first, second],
    chiefTeller: first,
  });
  return id;
}

/** A draft of an election of two from three in which votes against are counted. @returns its id */
export async function draftThreeWay({ organisation: { secretary }, session }: SealedStage): Promise<string> {
  const candidates = Object.entries(CANDIDATES).map(([id, label]) => ({ id, label }));
  const rules = { seats: 2, writeIns: 'none', procedure: { sealedMarks: 'three-way', nomination: null } };
  const draft = {
    sessionId: session.sessionId,
    kind: 'election',
    title: ELECTION,
    channel: 'sealed',
    preset: 'union-election',
    rules,
    candidates,
  };
  return (await onceKnown('the secretary may draft a ballot', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft))).id;
}

/** The same up to the named officers, from its draft where there is one. @returns its id */
export async function prepareThreeWay(stage: SealedStage, codesDesk: readonly Person[] = [], drafted?: string): Promise<string> {
  const {
    organisation: { secretary },
    people,
  } = stage;
  const id = drafted ?? (await draftThreeWay(stage));
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  await secretary.decide(`${ballot}/roll`);
  const [scrutineer, colleague, teller] = [people.scrutineer.memberId, people.colleague.memberId, people.teller.memberId];
  await secretary.decide(`${ballot}/officers`, {
    scrutineers: [scrutineer, colleague],
    chiefScrutineer: scrutineer,
    tellers: [teller],
    chiefTeller: teller,
    codesDesk: codesDesk.map(({ memberId }) => memberId),
  });
  return id;
}

/** Scrutineers' devices without a browser, for a vote whose opening is not what is looked at. */
export class Scrutineers {
  private readonly arithmetic = new BigIntArithmetic();
  private readonly keys = new Map<string, string>();

  constructor(private readonly ballot: string) {}

  async offerKey(scrutineer: Person): Promise<void> {
    const { publicKey, privateKey } = makeTrusteeKey(this.arithmetic);
    this.keys.set(scrutineer.memberId, privateKey);
    await scrutineer.post(`${this.ballot}/trustee-keys`, { publicKey });
  }

  async share(scrutineer: Person): Promise<void> {
    const [archive, sidecar] = [
      await scrutineer.download(`${this.ballot}/board/archive`),
      await scrutineer.download(`${this.ballot}/board/sidecar`),
    ];
    const verdict = verifyArchive(archive, { arithmetic: this.arithmetic, sidecar });
    if (!verdict.ok || !verdict.sum) throw new Error(`the archive is refused: ${JSON.stringify(verdict)}`);
    const share = makeShare(
      this.arithmetic,
      verdict.election.fingerprint,
      verdict.sum.tally,
      readPrivateKey(this.keys.get(scrutineer.memberId) ?? ''),
    );
    await scrutineer.post(`${this.ballot}/shares`, { share });
  }
}

/** A candidate on the paper that somebody marks. */
export const candidate = (visitor: Visitor, id: keyof typeof CANDIDATES) => visitor.page.getByRole('checkbox', { name: CANDIDATES[id] });

/** Marks a paper, and goes on to check it. */
export async function marks(visitor: Visitor, ...ids: (keyof typeof CANDIDATES)[]): Promise<void> {
  for (const id of ids) await candidate(visitor, id).click();
  await visitor.page.getByRole('button', { name: '核对选票' }).click();
}
