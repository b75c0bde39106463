import type { CivilDate } from '@plenum/calendar';
import type { Queryable } from '@plenum/database';
import type { Directory } from '@plenum/directory';
import {
  type AddedUnitRole,
  answerRefusal,
  type Authority,
  extendableUntil,
  foreseen,
  type Handling,
  type OpenRequest,
  type PolicyContext,
  type Proposal,
  type Request,
  REQUEST_RULES,
  takingBackRefusal,
} from '@plenum/proposals-domain';
import type { PersonAnswer } from '../shapes/named.responses.js';
import type { ConcernedAnswer, RequestAnswerAnswer, RequestedWorkAnswer, RequestItem } from './requests.responses.js';

/** A request, seen by somebody. */
export interface Seen {
  readonly open: OpenRequest;
  readonly by: Authority;
  readonly context: PolicyContext;
}

type Named = (id: string) => PersonAnswer;

/** A request among those that concern a proposal, with what it concerns. */
export function openOf(
  request: Request,
  all: readonly Request[],
  concerned: ReadonlyMap<string, Proposal>,
  handlings: readonly Handling[],
): OpenRequest {
  const ofIt = new Map(request.concerns.flatMap((id) => (concerned.has(id) ? [[id, concerned.get(id)!] as const] : [])));
  const batch = all.filter(({ batchId }) => batchId === request.batchId);
  const handling = handlings.find(({ id }) => id === request.handlingId) ?? null;
  return { rule: REQUEST_RULES[request.kind], request, batch, concerned: ofIt, handling };
}

/** The names of the people and units in what is seen. */
export async function namesIn(directory: Directory, from: Queryable, seen: readonly Seen[], organisationId: string): Promise<Named> {
  const people = seen.flatMap(({ open: { request, concerned } }) => [
    request.asked.by,
    ...(request.answered?.by ? [request.answered.by] : []),
    ...(request.owedBy.who === 'member' ? [request.owedBy.memberId] : []),
    concerned.get(request.proposalId)!.leadProposerId,
  ]);
  const isOfUnit = seen.some(({ open: { request, handling } }) => request.owedBy.who === 'unit' || handling);
  const members = await directory.membersByIds(from, [...new Set(people)]);
  const units = isOfUnit ? await directory.units(from, organisationId) : [];
  const names = new Map([...members, ...units].map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? null });
}

/** A request as one reader sees it. */
export function requestItem(seen: Seen, named: Named): RequestItem {
  const { open, by, context } = seen;
  const { rule, request, concerned } = open;
  const { owedBy, dueOn, asked, answered } = request;
  const proposal = concerned.get(request.proposalId)!;
  const ofMember = owedBy.who === 'member' ? owedBy.memberId : owedBy.who === 'lead-proposer' ? proposal.leadProposerId : null;
  return {
    id: request.id,
    kind: request.kind,
    state: request.state,
    proposal: concernedAnswer(proposal),
    concerns: [...concerned.values()].map(concernedAnswer),
    owedBy: {
      who: owedBy.who,
      member: ofMember === null ? null : named(ofMember),
      unit: 'unitId' in owedBy ? named(owedBy.unitId) : null,
    },
    work: workAnswer(seen, named),
    dueOn,
    overdue: request.state === 'OPEN' && dueOn !== null && context.calendar.dayOf(context.at) > dueOn,
    isClockStopped: rule.isClockStopped && request.state === 'OPEN',
    askedBy: named(asked.by),
    askedAt: asked.at.toISOString(),
    reason: asked.reason,
    answer: answered && answerAnswer(answered, named),
    version: request.version,
    outcomes: answerRefusal(open, by) === null ? [...rule.outcomes] : [],
    reasonedOutcomes: [...rule.reasonedOutcomes],
    mayTakeBack: takingBackRefusal(open, by, context) === null,
  };
}

function answerAnswer({ by, at, outcome, reason, terms }: NonNullable<Request['answered']>, named: Named): RequestAnswerAnswer {
  return { by: by === null ? null : named(by), at: at.toISOString(), outcome, reason, ...saidIn(terms ?? {}, named) };
}

/** What is wished for the work of a unit, and what an answer would make of it. */
function workAnswer({ open, by, context }: Seen, named: Named): RequestedWorkAnswer | null {
  const { handling, request } = open;
  if (!handling) return null;
  const { dueOn: wishedDueOn, ...wished } = saidIn(request.asked.wish, named);
  return {
    handlingId: handling.id,
    leadUnit: named(handling.leadUnitId),
    dueOn: handling.due.dueOn,
    ...wished,
    wishedDueOn,
    extendableUntil: extendableUntil(handling, context),
    foreseen: [...foreseen(open, by, context)],
  };
}

/** What a wish or an answer may name. */
function saidIn(said: Readonly<Record<string, unknown>>, named: Named) {
  const {
    unitId = null,
    role = null,
    dueOn = null,
  } = said as Readonly<{ unitId?: string; role?: AddedUnitRole; dueOn?: CivilDate | null }>;
  return { unit: unitId === null ? null : named(unitId), role, dueOn };
}

const concernedAnswer = ({ id, content, docketNo }: Proposal): ConcernedAnswer => ({ id, subject: content.subject, docketNo });
