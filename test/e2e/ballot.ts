import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import { onceKnown } from '../lib/organisation.js';
import type { Stage } from './stage.js';

/** Where a vote is held. */
export type Sitting = Pick<Stage, 'organisation' | 'sessionId'>;

export const BALLOT = '岗位竞聘方案';
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  participation: null,
  returnedLimit: 'issued',
  pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
  bundle: 'each',
};

/** Who answers for the count. */
export interface Officers {
  readonly scrutineer: Person;
  readonly teller: Person;
}

/** A vote by hands, up to its closing: drafted, adopted, with its officers, opened with everybody present. @returns its address */
async function heldByHands(sitting: Sitting, officers: Officers, voters: number, asked: object): Promise<string> {
  const {
    organisation: { secretary },
    sessionId,
  } = sitting;
  const { id } = await onceKnown('the secretary may draft a ballot', () =>
    secretary.post<{ id: string }>('/api/ballot/ballots', { sessionId, channel: 'hands', ...asked }),
  );
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  await held(sitting, officers, voters, ballot);
  return ballot;
}

/** From adopted rules to the closing, by hands and with everybody present. */
async function held(
  { organisation: { secretary } }: Sitting,
  { scrutineer, teller }: Officers,
  voters: number,
  ballot: string,
): Promise<void> {
  await secretary.decide(`${ballot}/roll`);
  const named = {
    scrutineers: [scrutineer.memberId],
    chiefScrutineer: scrutineer.memberId,
    tellers: [teller.memberId],
    chiefTeller: teller.memberId,
  };
  await secretary.decide(`${ballot}/officers`, named);
  await probe('everybody present is known to the ballot service', () => secretary.decide<object>(`${ballot}/opening`, { issued: voters }));
  await secretary.decide(`${ballot}/closing`, { voters });
}

/** Puts a plan to a show of hands, up to the count that waits for its signatures. @returns the ballot's address */
export async function voteByHands(stage: Stage, officers: Officers, voters: number): Promise<string> {
  const ballot = await heldByHands(stage, officers, voters, {
    kind: 'resolution',
    title: BALLOT,
    rules: RULES,
    items: [{ id: 'plan', label: BALLOT }],
  });
  await officers.teller.post(`${ballot}/hands-count`, { items: [{ id: 'plan', yes: voters - 1, no: 0, abstain: 1 }] });
  await stage.organisation.secretary.post(`${ballot}/count`);
  return ballot;
}

export const STANDING = { c1: '候选人方一', c2: '候选人方二' } as const;
const ELECTION_RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  returnedLimit: 'issued',
  surplus: null,
  elect: { num: 1, den: 3, inclusive: true, base: 'roll' },
  writeIns: 'none',
  procedure: { publication: { kind: 'days', n: 5 } },
};

export interface ElectionByHands {
  readonly title: string;
  readonly rules: object;
  readonly yes: Readonly<Record<keyof typeof STANDING, number>>;
  readonly no?: Readonly<Partial<Record<string, number>>>;
}

/**
 * An election by hands between two, signed by both officers. `yes` says how many hands each had; `no`, how many were against. @returns its
 * id
 */
export async function electedByHands(
  stage: Sitting,
  officers: Officers,
  voters: number,
  { title, rules, yes, no = {} }: ElectionByHands,
): Promise<string> {
  const candidates = Object.entries(STANDING).map(([id, label]) => ({ id, label }));
  const ballot = await heldByHands(stage, officers, voters, {
    kind: 'election',
    title,
    rules: { ...ELECTION_RULES, ...rules },
    candidates,
  });
  await signed(stage, officers, voters, ballot, yes, no);
  return ballot.slice(ballot.lastIndexOf('/') + 1);
}

/** Counts hands for candidates, and has the count signed by both officers. */
async function signed(
  stage: Sitting,
  officers: Officers,
  voters: number,
  ballot: string,
  yes: Readonly<Record<string, number>>,
  no: Readonly<Partial<Record<string, number>>>,
): Promise<void> {
  await officers.teller.post(`${ballot}/hands-count`, {
    items: Object.entries(yes).map(([id, hands]) => ({ id, yes: hands, no: no[id] ?? 0, abstain: voters - hands - (no[id] ?? 0) })),
  });
  await stage.organisation.secretary.post(`${ballot}/count`);
  for (const officer of [officers.scrutineer, officers.teller]) await officer.sign(ballot);
}

/** A primary by hands, from its roll to the count that both officers signed. */
export async function primaryByHands(
  stage: Sitting,
  officers: Officers,
  voters: number,
  id: string,
  yes: Readonly<Record<string, number>>,
): Promise<void> {
  const ballot = `/api/ballot/ballots/${id}`;
  await held(stage, officers, voters, ballot);
  await signed(stage, officers, voters, ballot, yes, {});
}

/** One seat, and two who come out level: by its rules lots decide. */
export const tieByHands = (stage: Stage, officers: Officers, voters: number): Promise<string> =>
  electedByHands(stage, officers, voters, {
    title: '民主管理委员会委员选举',
    rules: { seats: 1, tie: 'lots', shortage: 'vacant' },
    yes: { c1: 1, c2: 1 },
  });

/** Two seats, one of which nobody has the votes for: by its rules the presidium decides. */
export const shortageByHands = (stage: Sitting, officers: Officers, voters: number): Promise<string> =>
  electedByHands(stage, officers, voters, {
    title: '经费审查委员会委员选举',
    rules: { seats: 2, tie: 'runoff', shortage: 'presidium' },
    yes: { c1: voters, c2: 0 },
    no: { c2: 1 },
  });

/** An election for which these are nominated and posted, with rules that let so many onto the paper. @returns its id */
export async function tooManyNominated(
  { organisation: { secretary }, sessionId }: Sitting,
  title: string,
  names: readonly string[],
  above: number,
): Promise<string> {
  const rules = {
    ...ELECTION_RULES,
    seats: 1,
    tie: 'runoff',
    shortage: 'vacant',
    procedure: { nomination: { notice: { kind: 'days', n: 2 }, primaryAbove: above, order: 'as-put' } },
  };
  const { id } = await secretary.post<{ id: string }>('/api/ballot/ballots', {
    sessionId,
    channel: 'hands',
    kind: 'election',
    title,
    rules,
    candidates: [],
  });
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  for (const name of names) await secretary.post(`${ballot}/nomination/candidates`, { name, proposer: { by: 'higher-union' } });
  await secretary.decide(`${ballot}/nomination/posting`);
  return id;
}

/** An election whose candidates are found by nomination, its rules adopted. @returns its id */
export async function electionByNomination({ organisation: { secretary }, sessionId }: Stage): Promise<string> {
  const rules = {
    ...ELECTION_RULES,
    seats: 1,
    tie: 'runoff',
    shortage: 'vacant',
    procedure: { nomination: { notice: { kind: 'days', n: 2 } }, relatives: 'barred' },
  };
  const { id } = await secretary.post<{ id: string }>('/api/ballot/ballots', {
    sessionId,
    channel: 'hands',
    kind: 'election',
    title: '女职工委员会委员选举',
    rules,
    candidates: [],
  });
  await secretary.decide(`/api/ballot/ballots/${id}/adoption`);
  return id;
}
