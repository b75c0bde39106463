import {
  type Action,
  type Proposal,
  type Reply,
  type Authority,
  maySeeRating,
  maySeeSupervision,
  maySetConfidentiality,
  maySeeTexts,
} from '@plenum/proposals-domain';
import type { Decision } from '../decisions/decisions.repository.js';
import type { ProposalInContext } from '../storage/proposal.repository.js';
import type { AssignmentAnswer, HistoryEntry, ProposalAnswer, ReplyAnswer, SignatureAnswer } from './board.responses.js';
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
}

interface Around {
  readonly history: readonly HistoryRow[];
  readonly names: Names;
  readonly at: Date;
  readonly allowed: readonly Action[];
  readonly decisions: readonly Decision[];
}

/** A proposal as one reader sees it. */
export function proposalAnswer(
  { proposal, call, calendar, obstacles }: ProposalInContext,
  by: Authority,
  { history, names, at, allowed, decisions }: Around,
): ProposalAnswer {
  const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
  const isOpen = proposal.state === 'ASSIGNED' || proposal.state === 'IN_PROGRESS';
  const overdue = isOpen && proposal.assignment !== null && calendar.dayOf(at) > proposal.assignment.dueOn;
  return {
    id: proposal.id,
    sessionId: proposal.sessionId,
    callId: proposal.callId,
    ...proposal.content,
    state: proposal.state,
    track: proposal.track,
    receiptNo: proposal.receiptNo,
    docketNo: proposal.docketNo,
    version: proposal.version,
    text: {
      number: proposal.text.number,
      by: named(proposal.text.by),
      at: proposal.text.at.toISOString(),
      isComparable: proposal.text.number > 1 && maySeeTexts(proposal, by),
    },
    leadProposer: named(proposal.leadProposerId),
    signatures: signaturesFor(proposal, by, named),
    createdAt: proposal.createdAt.toISOString(),
    submittedAt: proposal.submittedAt?.toISOString() ?? null,
    late: proposal.late,
    review: proposal.review && { outcome: proposal.review.outcome, reason: proposal.review.reason, at: proposal.review.at.toISOString() },
    assignment: proposal.assignment && assignmentAnswer(proposal.assignment, overdue, named),
    replies: proposal.replies.map((reply) => replyAnswer(reply, maySeeRating(proposal, by, reply), named)),
    withdrawal: proposal.withdrawal && { reason: proposal.withdrawal.reason, at: proposal.withdrawal.at.toISOString() },
    closing: proposal.closing && {
      outcome: proposal.closing.outcome,
      reason: proposal.closing.reason,
      at: proposal.closing.at.toISOString(),
    },
    decisions: decisions.map(({ decidedAt, ...decision }) => ({ ...decision, at: decidedAt.toISOString() })),
    history: history.map(({ at: then, actorId, ...told }) => ({
      ...told,
      at: then.toISOString(),
      actor: actorId === null ? null : named(actorId),
    })),
    call: {
      closesAt: call.closesAt?.toISOString() ?? null,
      exclusions: [...call.exclusions],
      minSeconders: call.settings.minSeconders,
      resultCategories: [...call.settings.resultCategories],
      resultDemands: [...call.settings.resultDemands],
    },
    confidential: proposal.confidential && { reason: proposal.confidential.reason, at: proposal.confidential.at.toISOString() },
    maySetConfidentiality: maySetConfidentiality(proposal, by, { call, calendar, at, obstacles }),
    seesSupervision: maySeeSupervision(proposal, by),
    allowedActions: [...allowed],
  };
}

type Named = (id: string) => PersonAnswer;

function signaturesFor({ signatures, leadProposerId }: Proposal, by: Authority, named: Named): SignatureAnswer[] {
  const shown = signatures.filter(
    ({ state, memberId }) => state === 'SIGNED' || memberId === by.memberId || leadProposerId === by.memberId,
  );
  return shown.map(({ memberId, state, at, signedText }) => ({
    member: named(memberId),
    state,
    toConfirm: state === 'INVITED' && signedText !== undefined,
    signedText: signedText ?? null,
    at: at.toISOString(),
  }));
}

function assignmentAnswer(
  { leadUnitId, assistingUnitIds, dueOn, dueProvisional, at, acknowledged }: NonNullable<Proposal['assignment']>,
  overdue: boolean,
  named: Named,
): AssignmentAnswer {
  return {
    leadUnit: named(leadUnitId),
    assistingUnits: assistingUnitIds.map(named),
    dueOn,
    dueProvisional,
    overdue,
    assignedAt: at.toISOString(),
    acknowledgedBy: acknowledged && named(acknowledged.by),
    acknowledgedAt: acknowledged && acknowledged.at.toISOString(),
  };
}

function replyAnswer({ by, at, rating, ...reply }: Reply, showRating: boolean, named: Named): ReplyAnswer {
  const shown = showRating ? rating : null;
  return {
    ...reply,
    by: named(by),
    at: at.toISOString(),
    rating: shown && { attitude: shown.attitude, result: shown.result, comment: shown.comment, at: shown.at.toISOString() },
  };
}
