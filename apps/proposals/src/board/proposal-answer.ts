import { countedDays, isStopped, type WorkingCalendar } from '@plenum/calendar';
import {
  type Action,
  allowedHandlingActions,
  askableKinds,
  type Authority,
  type CallWindow,
  AWAITING_REPLY,
  decisionOf,
  extendableUntil,
  followsReviews,
  type Handling,
  type HandlingInMatter,
  inMatter,
  isBySession,
  isHandlingRequest,
  isMotionPending,
  isPast,
  matterState,
  maySeeMinutes,
  maySeeSupervision,
  maySeeContacts,
  maySeeDraft,
  maySeeFormerDraft,
  deskOf,
  maySeeInstruction,
  maySetConfidentiality,
  maySeeTexts,
  objectionUntil,
  type PolicyContext,
  type Proposal,
  needsEndorsement,
  type Rating,
  type RatingScope,
  type Reply,
  REQUEST_RULES,
  type ReviewStep,
  type Silence,
  supportOf,
} from '@plenum/proposals-domain';
import type { Decision } from '../decisions/decisions.repository.js';
import type { ProposalInContext } from '../storage/proposal.repository.js';
import type {
  CallRulesAnswer,
  AskingAnswer,
  ClockAnswer,
  HandlingAnswer,
  HistoryEntry,
  ProposalAnswer,
  EscalationMeetingAnswer,
  RatingAnswer,
  ReplyAnswer,
  SilenceAnswer,
  ReviewAnswer,
  ReviewStepAnswer,
  SignatureAnswer,
} from './board.responses.js';
import type { PersonAnswer } from '../shapes/named.responses.js';

/** Names by the id of a member or unit. */
export type Names = ReadonlyMap<string, string>;

/** A thing that happened, as the facts have it. */
export interface HistoryRow {
  readonly at: Date;
  readonly actorId: string | null;
  readonly kind: string;
  readonly outcome: HistoryEntry['outcome'];
  readonly dueOn: string | null;
  readonly request: HistoryEntry['request'];
}

interface Around {
  readonly history: readonly HistoryRow[];
  readonly names: Names;
  readonly context: PolicyContext;
  /** Those alone that the reader may see. */
  readonly ratings: readonly Rating[];
  readonly scope: RatingScope;
  readonly allowed: readonly Action[];
  readonly decisions: readonly Decision[];
  readonly imported: { readonly proposer: string | null; readonly at: Date } | null;
}

/** A proposal as one reader sees it. */
export function proposalAnswer(
  { proposal, handlings, call }: ProposalInContext,
  by: Authority,
  { history, names, context, ratings, scope, allowed, decisions, imported }: Around,
): ProposalAnswer {
  const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
  const { suggestedUnitId, ...content } = proposal.content;
  return {
    id: proposal.id,
    sessionId: proposal.sessionId,
    callId: proposal.callId,
    ...content,
    suggestedUnit: suggestedUnitId ? named(suggestedUnitId) : null,
    paper: proposal.paper && {
      receivedOn: proposal.paper.receivedOn,
      enteredBy: named(proposal.paper.by),
      enteredAt: proposal.paper.at.toISOString(),
    },
    imported: imported && { proposer: imported.proposer, at: imported.at.toISOString() },
    state: matterState({ proposal, handlings }),
    track: proposal.track,
    receiptNo: proposal.receiptNo,
    docketNo: proposal.docketNo,
    version: proposal.version,
    text: {
      number: proposal.text.number,
      by: named(proposal.text.by),
      at: proposal.text.at.toISOString(),
      isComparable: proposal.text.number > 1 && maySeeTexts({ proposal, handlings }, by),
    },
    leadProposer: named(proposal.leadProposerId),
    ...ofDelegation(proposal, context, named),
    signatures: signaturesFor(proposal, by, named),
    createdAt: proposal.createdAt.toISOString(),
    submittedAt: proposal.submittedAt?.toISOString() ?? null,
    late: proposal.late,
    review: reviewAnswer(proposal),
    reviewSteps: followsReviews(by) ? proposal.reviewSteps.map((step) => stepAnswer(step, named)) : [],
    isMotion: isMotionPending(proposal),
    handlings: handlings.map((handling) => ({
      ...handlingAnswer(handling, context, named),
      replies: handling.replies.map((reply) => replyAnswer(reply, ratings.filter(isOf(handling, reply)), named)),
      awaitedRatings: scope === 'all' && handling.askedToRate ? handling.askedToRate.map(named) : null,
      meeting: meetingAnswer(handling, maySeeMinutes({ proposal, handlings }, by), named),
      instruction: maySeeInstruction({ proposal, handlings }, by) ? handling.instruction : null,
      seesAssignment: maySeeInstruction({ proposal, handlings }, by),
      seesDraft: maySeeDraft(inMatter(proposal, handling), by, context),
      seesFormerDrafts: seesFormerDrafts(inMatter(proposal, handling), by, context),
      allowedActions: [...allowedHandlingActions(inMatter(proposal, handling), by, context)],
      asking: askingAnswer(proposal, handling, by, context),
    })),
    withdrawal: proposal.withdrawal && { reason: proposal.withdrawal.reason, at: proposal.withdrawal.at.toISOString() },
    decisions: decisions.map(({ decidedAt, ...decision }) => ({ ...decision, at: decidedAt.toISOString() })),
    history: history.map(({ at: then, actorId, ...told }) => ({
      ...told,
      at: then.toISOString(),
      actor: actorId === null ? null : named(actorId),
    })),
    call: rulesOf(call),
    confidential: proposal.confidential && { reason: proposal.confidential.reason, at: proposal.confidential.at.toISOString() },
    maySetConfidentiality: maySetConfidentiality(proposal, by, context),
    seesContacts: handlings.length > 0 && maySeeContacts({ proposal, handlings }, by),
    seesSupervision: maySeeSupervision({ proposal, handlings }, by),
    allowedActions: [...allowed],
  };
}

const rulesOf = ({ closesAt, exclusions, settings }: CallWindow): CallRulesAnswer => ({
  closesAt: closesAt?.toISOString() ?? null,
  exclusions: [...exclusions],
  minSeconders: settings.minSeconders,
  resultCategories: [...settings.resultCategories],
  reviewOutcomes: [...settings.reviewOutcomes],
  reviewSteps: settings.reviewSteps.map(({ name }) => name),
  ratingScale: settings.ratingScale,
  ratingDimensions: [...settings.ratingDimensions],
  ratedBy: settings.ratedBy,
  silencePolicy: settings.silencePolicy,
  resultDemands: [...settings.resultDemands],
  publishReplies: settings.publishReplies,
});

/** Where it is its proposer's to hand it in. */
const WITH_PROPOSER: readonly Proposal['state'][] = ['DRAFT', 'SECONDING', 'RETURNED'];

function ofDelegation(
  proposal: Proposal,
  context: PolicyContext,
  named: Named,
): Pick<ProposalAnswer, 'delegation' | 'endorsement' | 'goesThroughHead'> {
  const { delegationId, endorsement } = proposal;
  const { delegation, call } = context;
  const share = call.settings.delegationProposalSupport;
  return {
    delegation: delegationId === null ? null : { ...named(delegationId), support: delegation && supportOf(proposal, delegation, share) },
    goesThroughHead: WITH_PROPOSER.includes(proposal.state) && needsEndorsement(proposal, context),
    endorsement: endorsement && {
      delegation: named(endorsement.delegationId),
      dueOn: endorsement.dueOn,
      outcome: endorsement.outcome,
      reason: endorsement.reason,
      by: endorsement.by === null ? null : named(endorsement.by),
      at: endorsement.at?.toISOString() ?? null,
    },
  };
}

type Named = (id: string) => PersonAnswer;

function reviewAnswer(proposal: Proposal): ReviewAnswer | null {
  const decision = decisionOf(proposal);
  return decision && { body: decision.body, outcome: decision.outcome, reason: decision.reason, at: decision.at.toISOString() };
}

function stepAnswer({ by: _by, at, present, concerned, ...step }: ReviewStep, named: Named): ReviewStepAnswer {
  return { ...step, present: present.map(named), concerned: concerned.map(named), at: at.toISOString() };
}

function signaturesFor({ signatures, leadProposerId }: Proposal, by: Authority, named: Named): SignatureAnswer[] {
  const shown = signatures.filter(
    ({ state, memberId }) => state === 'SIGNED' || memberId === by.memberId || leadProposerId === by.memberId,
  );
  return shown.map(({ memberId, state, at, signedText, onPaper }) => ({
    member: named(memberId),
    state,
    toConfirm: state === 'INVITED' && signedText !== undefined,
    signedText: signedText ?? null,
    onPaper: onPaper === true,
    at: at.toISOString(),
  }));
}

function handlingAnswer(
  handling: Handling,
  { at, calendar }: PolicyContext,
  named: Named,
): Omit<
  HandlingAnswer,
  | 'replies'
  | 'awaitedRatings'
  | 'meeting'
  | 'instruction'
  | 'seesAssignment'
  | 'seesDraft'
  | 'seesFormerDrafts'
  | 'allowedActions'
  | 'asking'
> {
  const { id, state, version, leadUnitId, assistingUnitIds, due, contactDue, assigned, acknowledged, silence, ending } = handling;
  return {
    id,
    state,
    version,
    leadUnit: named(leadUnitId),
    assistingUnits: assistingUnitIds.map(named),
    dueOn: due.dueOn,
    dueProvisional: due.provisional && due.dueOn !== null,
    daysBeforeSession: isBySession(due) && due.extendedFrom === null ? due.rule.days : null,
    overdue: AWAITING_REPLY.includes(state) && !isStopped(due) && isPast(due, calendar.dayOf(at)),
    contactDueOn: contactDue?.dueOn ?? null,
    clock: {
      startedOn: due.startedOn,
      isStopped: isStopped(due),
      extendedFrom: due.extendedFrom,
      ...clockOf(due, calendar),
    },
    assignedAt: assigned.at.toISOString(),
    acknowledgedBy: acknowledged && named(acknowledged.by),
    acknowledgedAt: acknowledged && acknowledged.at.toISOString(),
    silence: silence && silenceAnswer(silence, named),
    ending: ending && { outcome: ending.outcome, reason: ending.reason, at: ending.at.toISOString() },
  };
}

const seesFormerDrafts = (matter: HandlingInMatter, by: Authority, { desks }: PolicyContext): boolean =>
  deskOf(matter.handling, desks).formerUnitIds.some((unitId) => maySeeFormerDraft(matter, unitId, by));

function clockOf(due: Handling['due'], calendar: WorkingCalendar): Pick<ClockAnswer, 'counted' | 'leftOut'> {
  if (due.dueOn === null) return { counted: 0, leftOut: [] };
  const { counted, leftOut } = countedDays({ ...due, dueOn: due.dueOn }, calendar);
  return { counted, leftOut: [...leftOut] };
}

function askingAnswer(proposal: Proposal, handling: Handling, by: Authority, context: PolicyContext): AskingAnswer {
  return {
    kinds: askableKinds(REQUEST_RULES, proposal, by, context, handling).filter(isHandlingRequest),
    objectionUntil: objectionUntil({ handling }, context),
    extendableUntil: extendableUntil(handling, context),
    clarificationWorkingDays: context.call.settings.clarificationWorkingDays,
  };
}

const isOf =
  ({ id }: Handling, { round }: Reply) =>
  (rating: Rating): boolean =>
    rating.handlingId === id && rating.round === round;

function replyAnswer({ by, at, files, ...reply }: Reply, ratings: readonly Rating[], named: Named): ReplyAnswer {
  const given = ratings.map((rating) => ratingAnswer(rating, named));
  return { ...reply, files: [...files], by: named(by), at: at.toISOString(), ratings: given };
}

const ratingAnswer = ({ by, attitude, result, comment, at }: Rating, named: Named): RatingAnswer => ({
  by: by === null ? null : named(by),
  attitude,
  result,
  comment,
  at: at.toISOString(),
});

const silenceAnswer = ({ policy, at, explanation }: Silence, named: Named): SilenceAnswer => ({
  policy,
  at: at.toISOString(),
  explanation: explanation && { text: explanation.text, by: named(explanation.by), at: explanation.at.toISOString() },
});

const meetingAnswer = ({ meeting }: Handling, isOpen: boolean, named: Named): EscalationMeetingAnswer | null =>
  meeting && {
    metOn: meeting.metOn,
    present: meeting.present.map(named),
    minutes: isOpen ? meeting.minutes : null,
    at: meeting.at.toISOString(),
  };
