import type { CivilDate } from '@plenum/calendar';
import { type DomainError, type Fraction, MalformedError, needed, type Policy, policyDecisions } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import type { AdoptionWay, AgendaState, SessionState } from '../congress.vocabulary.js';
import { tidyLine } from '../members/member-fields.js';
import type { Authority } from '../policy.js';
import { type AgendaItem, fitItems, lackingOf } from './agenda-items.js';

/** That the topics were agreed with the school (R14): with whom, on which day. */
export interface AgendaAgreement {
  readonly party: string;
  readonly on: CivilDate;
}

/** Hands that were counted, with the base and what was needed (R10: half or more of all full delegates). */
export interface HandsFigures {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly present: number;
  readonly entitled: number;
  readonly needed: number;
}

/** A vote of the congress on its agenda: what was put to it, and what became of it. Kept as it was, whatever follows. */
export interface AgendaAdoption {
  readonly way: AdoptionWay;
  readonly ballotId: string | null;
  /** Null where a ballot decided: its figures stand with its result. */
  readonly hands: HandsFigures | null;
  readonly passed: boolean;
  /** The ballot was annulled afterwards. */
  readonly withdrawn: boolean;
  readonly at: Date;
  readonly items: readonly AgendaItem[];
}

/** The agenda of a session (议程). What is adopted stands until something else is adopted. */
export interface Agenda {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly state: AgendaState;
  readonly items: readonly AgendaItem[];
  readonly agreement: AgendaAgreement | null;
  /** Every vote on it, the first first. */
  readonly adoptions: readonly AgendaAdoption[];
  /** Why it was opened for changes again; null unless it was. */
  readonly reopenedFor: string | null;
  /** Counts the changes; 0 before the first. */
  readonly version: number;
}

export type AgendaEvent = { readonly type: 'AgendaRevised' | 'AgendaAgreed' | 'AgendaAdopted' | 'AgendaRejected' | 'AgendaReopened' };

/** What a behaviour did. */
export interface AgendaChange {
  readonly after: Agenda;
  readonly events: readonly AgendaEvent[];
}

/**
 * What a rule looks at besides: the session with its full delegates and those of them signed in (null before the desk is open), the
 * instant, and the organisation's day.
 */
export interface AgendaContext {
  readonly session: { readonly state: SessionState; readonly quorum: Fraction };
  readonly entitled: number;
  readonly present: number | null;
  readonly at: Date;
  readonly today: CivilDate;
}

/** Everything that is done to an agenda. */
export const AGENDA_ACTIONS = ['revise', 'agree', 'adopt', 'reopen', 'restore'] as const;
export type AgendaAction = (typeof AGENDA_ACTIONS)[number];

type AgendaPolicy = Policy<AgendaAction, Agenda, Authority, [AgendaContext]>;

/** R10: half or more of the total number of delegates. */
export const ADOPTION_RULE: Fraction = { num: 1, den: 2, inclusive: true };

const REASON_LENGTH_MAX = 500;
const PARTY_LENGTH_MAX = 100;

const secretariat: AgendaPolicy['who'] = (_agenda, { runsSession }) => (runsSession ? null : CongressErrors.forbidden());
const stands: NonNullable<AgendaPolicy['precondition']> = (agenda) =>
  standingAdoption(agenda) ? null : CongressErrors.agendaState('restore', agenda.state);

/** Every action with its policy: what is agreed or adopted changes only by being opened again, and then by another adoption (R68). */
export const AGENDA_POLICIES: Readonly<Record<AgendaAction, AgendaPolicy>> = {
  revise: { action: 'revise', who: secretariat, from: ['COLLECTING'] },
  agree: { action: 'agree', who: secretariat, from: ['COLLECTING'], precondition: ({ items }) => incompleteness(items) },
  adopt: { action: 'adopt', who: secretariat, from: ['AGREED'] },
  reopen: { action: 'reopen', who: secretariat, from: ['AGREED', 'ADOPTED'] },
  restore: { action: 'restore', who: secretariat, from: ['COLLECTING', 'AGREED'], precondition: stands },
};

const IN_ORDER = AGENDA_ACTIONS.map((action) => AGENDA_POLICIES[action]);

const { assertAllowed, allowed } = policyDecisions<AgendaPolicy, Agenda, Authority, [AgendaContext]>({
  wrongState: CongressErrors.agendaState,
  obstructed: (_policy, _agenda, { session }) =>
    session.state === 'CLOSED' ? CongressErrors.sessionState(session.state, ['SET_UP', 'OPEN']) : null,
});

/** What somebody may do to the agenda now. */
export const allowedOnAgenda = (agenda: Agenda, by: Authority, context: AgendaContext): readonly AgendaAction[] =>
  allowed(IN_ORDER, agenda, by, context);

/** The agenda of a session for which no topic was collected yet. */
export const newAgenda = (made: Pick<Agenda, 'id' | 'organisationId' | 'sessionId'>): Agenda => ({
  ...made,
  state: 'COLLECTING',
  items: [],
  agreement: null,
  adoptions: [],
  reopenedFor: null,
  version: 0,
});

/** The vote by which an agenda stands; null where none does. */
export const standingAdoption = ({ adoptions }: Pick<Agenda, 'adoptions'>): AgendaAdoption | null =>
  adoptions.findLast(({ passed, withdrawn }) => passed && !withdrawn) ?? null;

/**
 * The items that somebody sees: topics that are still collected are the secretariat's own, everybody else sees what was adopted before.
 */
export const itemsShownTo = (agenda: Agenda, { runsSession }: Authority): readonly AgendaItem[] =>
  runsSession || agenda.state !== 'COLLECTING' ? agenda.items : (standingAdoption(agenda)?.items ?? []);

/** Replaces the topics, in their order. @throws MalformedError, `congress.forbidden`, `congress.agenda-state`, `congress.session-state` */
export function reviseAgenda(agenda: Agenda, by: Authority, given: readonly AgendaItem[], context: AgendaContext): AgendaChange {
  assertAllowed(AGENDA_POLICIES.revise, agenda, by, context);
  return changed(agenda, { items: fitItems(given) }, 'AgendaRevised');
}

/**
 * Notes that the topics were agreed with the school: nobody's, or tomorrow's, agreement is none.
 * @throws MalformedError, `congress.agenda-incomplete` and as {@link reviseAgenda}
 */
export function agreeAgenda(agenda: Agenda, by: Authority, { party, on }: AgendaAgreement, context: AgendaContext): AgendaChange {
  assertAllowed(AGENDA_POLICIES.agree, agenda, by, context);
  const agreement = { party: said('party', party, PARTY_LENGTH_MAX), on };
  if (on > context.today) throw new MalformedError([{ field: 'on', reason: 'in-the-future' }]);
  return changed(agenda, { state: 'AGREED', agreement, reopenedFor: null }, 'AgendaAgreed');
}

/**
 * The congress votes by hands: on those who are signed in, or before the session opens, in its preparatory meeting (预备会议), on those whom
 * the record names. What does not reach half of all delegates is not adopted, and stays on record.
 * @throws `congress.hands-above-present`, `congress.not-quorate`, MalformedError, and as {@link reviseAgenda}
 */
export function adoptByHands(
  agenda: Agenda,
  by: Authority,
  { present: named, ...hands }: Pick<HandsFigures, 'inFavour' | 'against' | 'abstained'> & { readonly present: number | null },
  context: AgendaContext,
): AgendaChange {
  assertAllowed(AGENDA_POLICIES.adopt, agenda, by, context);
  const { entitled, session, at } = context;
  const present = context.present ?? named;
  if (present === null) throw new MalformedError([{ field: 'present', reason: 'required' }]);
  const quorum = Math.max(1, needed(session.quorum, entitled));
  const raised = hands.inFavour + hands.against + hands.abstained;
  if (present > entitled) throw CongressErrors.handsAbovePresent(present, entitled);
  if (raised > present) throw CongressErrors.handsAbovePresent(raised, present);
  if (present < quorum) throw CongressErrors.notQuorate(present, quorum);
  const least = needed(ADOPTION_RULE, entitled);
  const passed = hands.inFavour >= least;
  return votedOn(agenda, { way: 'HANDS', ballotId: null, hands: { ...hands, present, entitled, needed: least }, passed, at });
}

/** A resolution of the ballot service, as far as an agenda may be adopted by it. */
export interface AdoptingBallot {
  readonly ballotId: string;
  readonly sessionId: string;
  readonly passed: boolean;
  readonly annulled: boolean;
}

/** The congress adopted it by a ballot, which is effective. @throws `congress.not-found`, `congress.adopting-ballot`, as above */
export function adoptByBallot(agenda: Agenda, by: Authority, ballot: AdoptingBallot | null, context: AgendaContext): AgendaChange {
  assertAllowed(AGENDA_POLICIES.adopt, agenda, by, context);
  if (ballot?.sessionId !== agenda.sessionId) throw CongressErrors.notFound('ballot');
  if (ballot.annulled) throw CongressErrors.adoptingBallot('annulled');
  if (!ballot.passed) throw CongressErrors.adoptingBallot('not-passed');
  return votedOn(agenda, { way: 'BALLOT', ballotId: ballot.ballotId, hands: null, passed: true, at: context.at });
}

/** Opens it for changes; what was adopted stands meanwhile. @throws MalformedError without a reason, and as {@link reviseAgenda} */
export function reopenAgenda(agenda: Agenda, by: Authority, reason: string, context: AgendaContext): AgendaChange {
  assertAllowed(AGENDA_POLICIES.reopen, agenda, by, context);
  return changed(
    agenda,
    { state: 'COLLECTING', agreement: null, reopenedFor: said('reason', reason, REASON_LENGTH_MAX) },
    'AgendaReopened',
  );
}

/** Gives up what was changed: the agenda is again as it was adopted. @throws as {@link reviseAgenda} */
export function restoreAgenda(agenda: Agenda, by: Authority, context: AgendaContext): AgendaChange {
  assertAllowed(AGENDA_POLICIES.restore, agenda, by, context);
  return changed(agenda, { state: 'ADOPTED', items: standingAdoption(agenda)?.items ?? [], reopenedFor: null }, 'AgendaRevised');
}

/** A ballot was annulled: what was adopted by it is adopted no longer. Null where nothing was. */
export function withdrawAdoption(agenda: Agenda, ballotId: string): AgendaChange | null {
  const isBy = (one: AgendaAdoption): boolean => one.ballotId === ballotId && !one.withdrawn;
  if (!agenda.adoptions.some(isBy)) return null;
  const stood = standingAdoption(agenda)?.ballotId === ballotId;
  const adoptions = agenda.adoptions.map((one) => (isBy(one) ? { ...one, withdrawn: true } : one));
  const state = stood && agenda.state === 'ADOPTED' ? 'AGREED' : agenda.state;
  return changed(agenda, { adoptions, state }, 'AgendaRejected');
}

function votedOn(agenda: Agenda, vote: Omit<AgendaAdoption, 'withdrawn' | 'items'>): AgendaChange {
  const adoptions = [...agenda.adoptions, { ...vote, withdrawn: false, items: agenda.items }];
  return vote.passed ? changed(agenda, { state: 'ADOPTED', adoptions }, 'AgendaAdopted') : changed(agenda, { adoptions }, 'AgendaRejected');
}

const changed = (agenda: Agenda, changes: Partial<Agenda>, type: AgendaEvent['type']): AgendaChange => ({
  after: { ...agenda, ...changes, version: agenda.version + 1 },
  events: [{ type }],
});

function incompleteness(items: readonly AgendaItem[]): DomainError | null {
  const lacking = items.flatMap((item, nth) => lackingOf(item).map((what) => `${what}:${nth + 1}`));
  if (items.length === 0) return CongressErrors.agendaIncomplete(['items:0']);
  return lacking.length === 0 ? null : CongressErrors.agendaIncomplete(lacking);
}

function said(field: string, given: string, max: number): string {
  const tidy = tidyLine(given);
  if (tidy === '' || [...tidy].length > max) throw new MalformedError([{ field, reason: tidy === '' ? 'required' : 'too-long' }]);
  return tidy;
}
