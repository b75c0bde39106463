import { type CivilDate, periodBy, periodUntil } from '@plenum/calendar';
import { contactPeriod, contactRuns } from '../proposal/contact-period.js';
import { deadlineMoved, deadlineSet } from '../proposal/deadline.js';
import { type Handling, type Instruction, altered, roundUnderWay } from '../proposal/handling.js';
import { matterState } from '../proposal/matter.js';
import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import type { DeadlineMovedEvent, ProposalEvent } from '../proposal/proposal.events.js';
import { periodBeforeSession, type ReplyPeriod, type SessionPeriod } from '../proposal/reply-period.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, committee, leadUnit } from '../proposal/authority.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from './policy.js';

/** Who handles it (承办单位): one lead unit, some that assist; by when, unless the call's rule says. Separate units have one each (分别办理). */
export interface Routing {
  /** Of the handling that comes of it. */
  readonly handlingId: string;
  readonly leadUnitId: string;
  readonly assistingUnitIds: readonly string[];
  readonly dueOn?: CivilDate;
  /** What a leader wrote on it; needed where the call has the leader in charge sign the routing of proposals. */
  readonly instruction?: Instruction | null;
}

export const ASSIGN: Policy = {
  action: 'assign',
  who: committee,
  from: ['ACCEPTED'],
  precondition: (proposal, _by, { handlings }) =>
    handlings.length > 0 ? ProposalErrors.wrongState('assign', matterState({ proposal, handlings })) : null,
};

/**
 * Assigns a filed proposal or a suggestion: to a lead unit with those that assist it, or to separate units, each of which answers for
 * itself. The replies are owed from now on.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`, `proposals.lead-unit-assists-itself`,
 *   `proposals.instruction-required`, `proposals.unit-named-twice`, `proposals.due-in-the-past`, and what the calendar refuses
 */
export function assign(proposal: Proposal, by: Authority, routings: readonly Routing[], context: PolicyContext): Change {
  assertAllowed(ASSIGN, proposal, by, context);
  if (routings.length === 0) throw ProposalErrors.incomplete(['leadUnitId']);
  const leads = routings.map(({ leadUnitId }) => leadUnitId);
  const twice = leads.find((unitId, nth) => leads.indexOf(unitId) !== nth);
  if (twice !== undefined) throw ProposalErrors.unitNamedTwice(twice);
  const made = routings.map((routing) => begun(proposal, by, routing, context));
  const events = made.flatMap((one) => one.events);
  return { ...changed(proposal, { isAssigned: true }, ...events), handlings: made.map(({ handling }) => handling) };
}

/** A handling with what happened to it. */
export interface HandlingChange {
  readonly handling: Handling;
  readonly events: readonly ProposalEvent[];
}

/** A handling that begins with its assignment. */
export function begun(proposal: Proposal, by: Authority, routing: Routing, context: PolicyContext): HandlingChange {
  const { handlingId, leadUnitId } = routing;
  const assistingUnitIds = [...new Set(routing.assistingUnitIds)];
  if (assistingUnitIds.includes(leadUnitId)) throw ProposalErrors.leadUnitAssistsItself();
  const instruction = instructionIn(proposal, routing, context);
  const due = dueOf(routing, context);
  const handling: Handling = {
    id: handlingId,
    proposalId: proposal.id,
    leadUnitId,
    assistingUnitIds,
    state: 'ASSIGNED',
    assigned: { by: by.memberId, at: context.at },
    instruction,
    due,
    contactDue: contactPeriod(context),
    acknowledged: null,
    asked: [],
    replies: [],
    askedToRate: null,
    silence: null,
    meeting: null,
    ending: null,
    version: 1,
  };
  return {
    handling,
    events: [
      { type: 'ProposalAssigned', handlingId, leadUnitId, assistingUnitIds, dueOn: due.dueOn },
      replyOwed(handling, context),
      ...contactRuns('DeadlineSet', handling, context),
    ],
  };
}

/** The fact that the lead unit owes the reply of the round under way. */
export function replyOwed(handling: Handling, context: PolicyContext): ProposalEvent {
  return replyRuns('DeadlineSet', handling, context);
}

/** What became of the time for the reply of the round under way; while its day is not known, only that it is owed. */
export function replyRuns(type: 'DeadlineSet' | DeadlineMovedEvent['type'], handling: Handling, context: PolicyContext): ProposalEvent {
  const { id, leadUnitId, due } = handling;
  const owed = {
    about: { kind: 'handling', id },
    matter: 'reply',
    round: roundUnderWay(handling),
    owedBy: { unitId: leadUnitId },
  } as const;
  const { dueOn, ...period } = due;
  if (dueOn === null) return { type: 'DeadlineAwaited', ...owed, ...(period as SessionPeriod), dueOn };
  const deadline = { ...owed, ...period, dueOn };
  return type === 'DeadlineSet' ? deadlineSet(deadline, context) : deadlineMoved(type, deadline, context);
}

export const ACKNOWLEDGE: HandlingPolicy = { action: 'acknowledge', who: leadUnit, from: ['ASSIGNED'] };

/** The lead unit signs for the assignment (签收). @throws `proposals.not-the-handling-unit`, `proposals.wrong-state` */
export function acknowledge(matter: HandlingInMatter, by: Authority, context: PolicyContext): Change {
  assertHandlingAllowed(ACKNOWLEDGE, matter, by, context);
  const { proposal, handling } = matter;
  const acknowledged = { by: by.memberId, at: context.at };
  return {
    proposal,
    handlings: [altered(handling, { state: 'IN_PROGRESS', acknowledged })],
    events: [{ type: 'AssignmentAcknowledged', handlingId: handling.id }],
  };
}

function instructionIn({ track }: Proposal, { instruction }: Routing, { call }: PolicyContext): Instruction | null {
  const [text, leader] = [instruction?.text.trim() ?? '', instruction?.leader.trim() ?? ''];
  const isDemanded = track === 'PROPOSAL' && ['before-assignment', 'both'].includes(call.settings.leaderSignOff);
  if (isDemanded && (text === '' || leader === '')) throw ProposalErrors.instructionRequired();
  return text === '' ? null : { text, leader };
}

/** By when a reply is due that is asked for now; by no day yet before a session that is not set up. @throws `proposals.due-in-the-past` */
export function dueOf({ dueOn }: Pick<Routing, 'dueOn'>, context: PolicyContext): ReplyPeriod {
  const startedOn = context.calendar.dayOf(context.at);
  const due = dueOn ? periodUntil(dueOn, startedOn) : ruled(startedOn, context);
  if (due.dueOn !== null && due.dueOn < startedOn) throw ProposalErrors.dueInThePast(due.dueOn);
  return due;
}

function ruled(startedOn: CivilDate, { call, calendar, laterSessions }: PolicyContext): ReplyPeriod {
  const rule = call.settings.replyDue;
  return rule.kind === 'before-session' ? periodBeforeSession(rule, startedOn, laterSessions) : periodBy(rule, startedOn, calendar);
}
