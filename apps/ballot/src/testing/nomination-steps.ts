import type { BallotHouse, Meeting, Person } from './ballot-house.js';
import { BallotSteps, ELECTION_RULES } from './ballot-steps.js';

export const NOTICE = { kind: 'working-days', n: 5 };
export const OUTGOING = { by: 'outgoing-committee' };

/** What the page of a nomination shows to somebody. */
export interface NominationPage {
  readonly candidates: { id: string; label: string; status: string }[];
  readonly objections: { id: string; member: { id: string } }[];
}

/** A draft of an election on paper that finds its candidates by nomination. */
export const draftNomination = (house: BallotHouse, meeting: Meeting, nomination: object = {}, rules: object = {}): Promise<BallotSteps> =>
  BallotSteps.draftOf(house, meeting, {
    kind: 'election',
    channel: 'paper',
    candidates: [],
    rules: { ...ELECTION_RULES, writeIns: 'none', ...rules, procedure: { nomination: { notice: NOTICE, ...nomination } } },
  });

/** A member of the organisation with a name of their own. */
export async function memberNamed(house: BallotHouse, meeting: Meeting, name: string): Promise<Person> {
  const person = meeting.person();
  await house.told.member({ organisationId: meeting.organisationId, memberId: person.id }, { name });
  return person;
}

/** Puts somebody forward. */
export const put = (election: BallotSteps, nominee: object, proposer: object = OUTGOING): Promise<object> =>
  election.accepted(election.meeting.organiser, 'nomination/candidates', { ...nominee, proposer });

export const pageFor = async (election: BallotSteps, as: Person): Promise<NominationPage> =>
  (await election.get(as, '/nomination')).body as NominationPage;
