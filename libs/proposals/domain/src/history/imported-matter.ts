import { type CivilDate, periodUntil, type RunningPeriod, type WorkingCalendar } from '@plenum/calendar';
import type { CallWindow } from '../call/call-window.js';
import type { Commitment } from '../commitments/commitment.js';
import { deadlineMet, deadlineSet } from '../proposal/deadline.js';
import type { Handling } from '../proposal/handling.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { DeadlineMetEvent, DeadlineSetEvent } from '../proposal/proposal.events.js';
import type { Proposal } from '../proposal/proposal.js';
import type { HistoryEntry } from './check-history.js';

/** Where and by whom earlier matters are brought in. */
export interface ImportOf {
  /** Of the earlier session: under its rules the matters stand that are brought in. */
  readonly call: CallWindow;
  readonly calendar: WorkingCalendar;
  readonly by: string;
  readonly at: Date;
  /** The first instant of a day, where the organisation is. */
  readonly startOf: (day: CivilDate) => Date;
}

/** The ids that a matter gets; `leadProposerId` is the member's, or one of its own for a name that nobody bears. */
export interface ImportedIds {
  readonly proposalId: string;
  readonly handlingId: string;
  readonly commitmentId: string;
  readonly leadProposerId: string;
}

/** An earlier matter as it is kept: closed, with its reply and what was promised in it. */
export interface ImportedMatter extends ProposalMatter {
  readonly commitment: Commitment | null;
  /** What was owed, and what still is: for lists, not for notices. */
  readonly deadlines: readonly (DeadlineSetEvent | DeadlineMetEvent)[];
}

/**
 * An earlier matter from a row of the committee's table: in the same form as one that went its whole way here, so that ledger, search,
 * similar matters and later sessions find it. No event is made of it: nobody is told of what was long ago.
 */
export function importedMatter(entry: HistoryEntry, ids: ImportedIds, of: ImportOf): ImportedMatter {
  const proposal = proposalOf(entry, ids, of);
  if (entry.unitId === null || entry.reply === null)
    return { proposal: { ...proposal, state: 'CLOSED' }, handlings: [], commitment: null, deadlines: [] };
  const due = periodUntil(entry.reply.on, entry.submittedOn);
  const handling = { ...handlingOf(entry, entry.unitId, entry.reply, ids, of), due };
  const commitment = commitmentOf(entry, entry.unitId, entry.reply.on, ids, of);
  return {
    proposal,
    handlings: [handling],
    commitment,
    deadlines: [...replyOwed(handling, of), ...(commitment ? promiseOwed(commitment, of) : [])],
  };
}

function replyOwed(
  { id, due, leadUnitId }: Handling & { readonly due: RunningPeriod },
  of: ImportOf,
): readonly (DeadlineSetEvent | DeadlineMetEvent)[] {
  const about = { kind: 'handling', id } as const;
  return [deadlineSet({ about, matter: 'reply', round: 1, ...due, owedBy: { unitId: leadUnitId } }, of), deadlineMet(about, 'reply', 1)];
}

/** What is not kept yet is owed. */
function promiseOwed({ id, unitId, dueOn, madeAt, state }: Commitment, of: ImportOf): readonly (DeadlineSetEvent | DeadlineMetEvent)[] {
  const about = { kind: 'commitment', id } as const;
  const period = periodUntil(dueOn, of.calendar.dayOf(madeAt));
  const owed = deadlineSet({ about, matter: 'commitment', round: 1, ...period, owedBy: { unitId } }, of);
  return state === 'OPEN' ? [owed] : [owed, deadlineMet(about, 'commitment', 1)];
}

function proposalOf(entry: HistoryEntry, { proposalId, leadProposerId }: ImportedIds, of: ImportOf): Proposal {
  const { call, by, at } = of;
  const submittedAt = of.startOf(entry.submittedOn);
  return {
    id: proposalId,
    organisationId: call.organisationId,
    sessionId: call.sessionId,
    callId: call.id,
    leadProposerId,
    delegationId: null,
    content: { subject: entry.subject, grounds: entry.grounds, measures: entry.measures, category: entry.category, suggestedUnitId: null },
    text: { number: 1, version: 1, by, at },
    state: 'ACCEPTED',
    track: entry.track,
    signatures: [],
    submittedAt,
    endorsement: null,
    exclusionsConfirmed: null,
    late: false,
    paper: null,
    reviewSteps: [],
    receiptNo: null,
    docketNo: entry.number,
    withdrawal: null,
    confidential: null,
    merged: [],
    mergedInto: null,
    isAssigned: entry.unitId !== null && entry.reply !== null,
    createdAt: submittedAt,
    version: 1,
  };
}

function handlingOf(
  { submittedOn, track }: HistoryEntry,
  leadUnitId: string,
  { text, result, on }: NonNullable<HistoryEntry['reply']>,
  { handlingId, proposalId }: ImportedIds,
  { by, startOf }: ImportOf,
): Omit<Handling, 'due'> {
  const [assignedAt, repliedAt] = [startOf(submittedOn), startOf(on)];
  return {
    id: handlingId,
    proposalId,
    leadUnitId,
    assistingUnitIds: [],
    state: 'ENDED',
    assigned: { by, at: assignedAt },
    instruction: null,
    contactDue: null,
    acknowledged: null,
    asked: [],
    replies: [
      {
        round: 1,
        text,
        resultCategory: result,
        channel: 'WRITTEN',
        basis: null,
        files: [],
        by,
        at: repliedAt,
        overdue: false,
        feedbackDueOn: track === 'SUGGESTION' ? null : on,
      },
    ],
    askedToRate: null,
    silence: null,
    meeting: null,
    ending: { outcome: null, reason: null, by, at: repliedAt },
    version: 1,
  };
}

function commitmentOf(
  { promise }: HistoryEntry,
  unitId: string,
  repliedOn: CivilDate,
  { commitmentId, proposalId }: ImportedIds,
  { call, by, at, startOf }: ImportOf,
): Commitment | null {
  if (promise === null) return null;
  const { text, dueOn, state } = promise;
  const settled = { settlement: state === 'OPEN' ? null : state, text: null, link: null, files: [], dueOn: null, by, at };
  return {
    id: commitmentId,
    organisationId: call.organisationId,
    proposalId,
    sessionId: call.sessionId,
    round: 1,
    unitId,
    promise: text,
    firstDueOn: dueOn,
    dueOn,
    origin: 'COMMITTEE',
    state,
    steps: state === 'OPEN' ? [] : [{ kind: 'ACCEPTANCE', ...settled }],
    madeBy: by,
    madeAt: startOf(repliedOn),
    version: 1,
  };
}
