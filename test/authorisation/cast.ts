import { probe, syntheticPeople } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import { allHeard } from '../lib/hearing.js';
import type { House } from '../lib/house.js';
import { onceKnown, Organisation, type Session } from '../lib/organisation.js';

/** Everybody who asks at the endpoints, and what stands behind them. */
export interface Cast {
  readonly house: House;
  readonly organisation: Organisation;
  /** Open, everybody present: where proposals are made and votes are taken. */
  readonly session: Session;
  /** Set up, not opened: where seats and sign-in are tried. */
  readonly otherSession: Session;
  readonly unitId: string;
  /** Of the assistant, which helps the other with the proposal. */
  readonly assistingUnitId: string;
  readonly officeId: string;
  readonly callId: string;
  /** Drafted by the proposer, and led through its states by the rows. */
  readonly proposalId: string;
  /** Another draft of the proposer, to be withdrawn. */
  readonly otherProposalId: string;
  readonly thirdProposalId: string;
  /** A resolution on paper, drafted by the secretary, and led through its states by the rows. */
  readonly ballotId: string;
  /** A resolution by hands, drafted by the secretary. */
  readonly handsBallotId: string;
  /** A resolution by sealed papers, drafted by the secretary, and led through its states by the rows. */
  readonly sealedBallotId: string;
  /** An election that finds its candidates by nomination, drafted by the secretary, and led through it by the rows. */
  readonly electionId: string;
  /** A resolution by sealed papers and paper, drafted by the secretary: at its desks papers and slips are handed out. */
  readonly mixedBallotId: string;
  /** A roster of the secretary's, shown and not confirmed. */
  readonly importId: string;
  /** What the seconder was told. */
  readonly noticeId: string;
  readonly people: Readonly<Record<Part, Person>>;
}

/** The parts in the play; each of our own people is a delegate, but the bystander. */
const OURS = [
  'committee',
  'handler',
  'assistant',
  'proposer',
  'seconder',
  'decliner',
  'colleague',
  'scrutineer',
  'teller',
  'secondTeller',
  'thirdTeller',
  'bystander',
] as const;
/** Of the other organisation: who has every office there, and who has one thing alone. */
const THEIRS = ['foreigner', 'foreignDelegate', 'foreignCommittee', 'foreignHandler'] as const;
type Foreigner = (typeof THEIRS)[number];
type Part = (typeof OURS)[number] | 'secretary' | Foreigner;

/** Whether somebody is of the organisation that the rows are about. */
export const isOurs = (part: Part): boolean => !THEIRS.some((foreigner) => foreigner === part);

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
  bundle: 'each',
  procedure: { publication: { kind: 'days', n: 7 } },
};

/**
 * Stages two organisations. The foreigner holds in his own every office that there is, the other three a seat, the committee and a unit
 * alone: only the wall between the two is in their way.
 */
export async function stage(house: House): Promise<Cast> {
  const organisation = await Organisation.found(house, 'ours');
  const { secretary } = organisation;
  const [unitId, assistingUnitId] = [await organisation.unit('library'), await organisation.unit('archive')];
  const actors = await organisation.crowd(OURS.length);
  const people = {
    ...Object.fromEntries(OURS.map((part, i) => [part, actors[i]])),
    secretary,
    ...(await stageForeigners(house)),
  } as Record<Part, Person>;
  const session = await organisation.session();
  const delegates = OURS.filter((part) => part !== 'bystander').map((part) => people[part]);
  await organisation.seat(session, delegates);
  await organisation.office('PROPOSALS_COMMITTEE', people.committee);
  await organisation.office('UNIT_HANDLER', people.handler, { unitId });
  await organisation.office('UNIT_HEAD', people.assistant, { unitId: assistingUnitId });
  const officeId = await organisation.office('OBSERVER', people.decliner, { sessionId: session.sessionId });
  const otherSession = await stageOtherSession(organisation, session);

  const callId = await openCall(people.committee, session.sessionId);
  const draft = (subject: string) =>
    onceKnown('the proposer is known as a delegate', () =>
      people.proposer.post<{ id: string }>('/api/proposals/proposals', {
        callId,
        subject,
        grounds: 'The stairs are steep.',
        measures: 'Build a lift.',
      }),
    );
  const [{ id: proposalId }, { id: otherProposalId }, { id: thirdProposalId }] = [
    await draft('A lift'),
    await draft('A ramp'),
    await draft('A slide'),
  ];
  await secretary.decide(`/api/congress/sessions/${session.sessionId}/opening`);
  for (const delegate of delegates) await delegate.post(`/api/congress/sessions/${session.sessionId}/attendance`, {});
  await allHeard(house);
  const [ballotId, handsBallotId] = [await draftBallot(secretary, session, 'paper'), await draftBallot(secretary, session, 'hands')];
  const sealedBallotId = await draftBallot(secretary, session, 'sealed');
  const mixedBallotId = await draftBallot(secretary, session, 'mixed');
  const electionId = await draftElection(secretary, session);
  const { importId } = await secretary.post<{ importId: string }>(
    `/api/congress/roster-imports?sessionId=${otherSession.sessionId}`,
    rosterOf('工号,姓名\nR00002,来人\n'),
  );
  return {
    house,
    organisation,
    session,
    otherSession,
    unitId,
    assistingUnitId,
    officeId,
    callId,
    proposalId,
    otherProposalId,
    thirdProposalId,
    ballotId,
    handsBallotId,
    sealedBallotId,
    mixedBallotId,
    electionId,
    importId,
    noticeId: await noticeOf(people.seconder),
    people,
  };
}

/** A roster as people bring it. */
export function rosterOf(text: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), 'roster.csv');
  return form;
}

async function stageForeigners(house: House): Promise<Readonly<Record<Foreigner, Person>>> {
  const theirs = await Organisation.found(house, 'theirs', syntheticPeople(1, 99)[0]);
  const unitId = await theirs.unit('library');
  const session = await theirs.session();
  const foreigner = theirs.secretary;
  const others = await theirs.people(syntheticPeople(4, 99).slice(1));
  const [foreignDelegate, foreignCommittee, foreignHandler] = others as [Person, Person, Person];
  await theirs.seat(session, [foreigner, foreignDelegate]);
  await theirs.office('PROPOSALS_COMMITTEE', foreignCommittee);
  await theirs.office('UNIT_HANDLER', foreignHandler, { unitId });
  for (const office of ['PRESIDIUM', 'PROPOSALS_COMMITTEE'] as const) await theirs.office(office, foreigner);
  for (const office of ['UNIT_HANDLER', 'UNIT_HEAD'] as const) await theirs.office(office, foreigner, { unitId });
  for (const office of ['SCRUTINEER', 'TELLER'] as const) await theirs.office(office, foreigner, { sessionId: session.sessionId });
  return { foreigner, foreignDelegate, foreignCommittee, foreignHandler };
}

async function stageOtherSession({ secretary }: Organisation, { termId, delegationId }: Session): Promise<Session> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const { id: sessionId } = await secretary.post<{ id: string }>('/api/congress/sessions', {
    termId,
    sessionNo: 2,
    title: 'Session 2',
    opensAt: day(30),
    closesAt: day(31),
    quorum: TWO_THIRDS,
  });
  return { termId, sessionId, delegationId };
}

const noticeOf = (person: Person): Promise<string> =>
  probe('somebody was told of his seat', async () => (await person.get<{ items: { id: string }[] }>('/api/notifier/notices')).items[0]?.id);

async function openCall(committee: Person, sessionId: string): Promise<string> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const call = { sessionId, opensAt: day(-1), closesAt: day(5), minSeconders: 1 };
  return (
    await onceKnown('the committee is known to the proposals service', () => committee.post<{ id: string }>('/api/proposals/calls', call))
  ).id;
}

async function draftBallot(secretary: Person, { sessionId }: Session, channel: 'paper' | 'hands' | 'sealed' | 'mixed'): Promise<string> {
  const draft = {
    sessionId,
    kind: 'resolution',
    channel,
    title: `A plan on ${channel}`,
    rules: RULES,
    items: [{ id: 'plan', label: 'The plan' }],
  };
  return (
    await onceKnown('the secretary is known to the ballot service', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft))
  ).id;
}

async function draftElection(secretary: Person, { sessionId }: Session): Promise<string> {
  const { quorum, returnedLimit, pass: elect } = RULES;
  const procedure = { relatives: 'barred', nomination: { notice: { kind: 'working-days', n: 5 } } };
  const rules = { quorum, returnedLimit, elect, seats: 1, surplus: null, tie: 'runoff', shortage: 'vacant', procedure };
  return (
    await secretary.post<{ id: string }>('/api/ballot/ballots', {
      sessionId,
      kind: 'election',
      channel: 'paper',
      title: 'A chair',
      rules,
      candidates: [],
    })
  ).id;
}
