import {
  type Ballot,
  HALL_LISTS,
  type Authority,
  allowedActions,
  candidatesNeeded,
  filesFor,
  isCalledOff,
  nominationRuleOf,
  relationOf,
  warningsOf,
} from '@plenum/ballot-domain';
import { choicesAnswer, countsAnswer, lifeCycleAnswer, scaleAnswer } from '../shapes/ballot-parts.js';
import type {
  AppointmentAnswer,
  BallotAnswer,
  BallotSummaryAnswer,
  HallFiguresAnswer,
  OfficerAnswer,
  RelatedBallotAnswer,
} from './ballots.responses.js';

/** A ballot as everybody of the organisation may see it. */
export function summaryAnswer(ballot: Ballot, by: Authority, at: Date): BallotSummaryAnswer {
  const { id, sessionId, kind, title, channel, round, state } = ballot;
  return {
    id,
    sessionId,
    kind,
    title,
    channel,
    round,
    state,
    nominates: nominationRuleOf(ballot) !== null,
    calledOff: isCalledOff(ballot),
    allowedActions: [...allowedActions(ballot, by, at)],
  };
}

/** What is told of a ballot by itself to somebody who has no part in it, before its result is declared. */
export function outsiderAnswer(
  ballot: Ballot,
  by: Authority,
  { related, hasProfiles, at }: Pick<BallotContext, 'related' | 'hasProfiles' | 'at'>,
): BallotAnswer {
  return {
    ...summaryAnswer(ballot, by, at),
    version: ballot.version,
    hasProfiles,
    files: [...filesFor(ballot, by)],
    related: related.flatMap((other) => relatedAnswer(ballot, other, by)),
  };
}

/** A draft is nobody's but its organisers'. */
function relatedAnswer(ballot: Ballot, other: Ballot, by: Authority): readonly RelatedBallotAnswer[] {
  const { id, title, state } = other;
  const relation = relationOf(ballot, other);
  return relation === null || (state === 'RULES_DRAFT' && !by.organises)
    ? []
    : [{ id, title, state, calledOff: isCalledOff(other), relation }];
}

/**
 * What a ballot is shown with: whether anybody on it handed in a profile, the names of members by id, how many of the roll are there now,
 * and the ballots beside it in its chain.
 */
export interface BallotContext {
  readonly related: readonly Ballot[];
  readonly hasProfiles: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly presentNow: number | null;
  readonly followedBy: string | null;
  readonly secondStages: readonly string[];
  readonly repeatedBy: string | null;
  readonly at: Date;
}

/** A ballot whole, without its votes. */
export function ballotAnswer(
  ballot: Ballot,
  by: Authority,
  { names, presentNow, followedBy, secondStages, repeatedBy, related, hasProfiles, at }: BallotContext,
): BallotAnswer {
  return {
    ...outsiderAnswer(ballot, by, { related, hasProfiles, at }),
    follows: ballot.follows,
    primaryOf: ballot.primaryOf,
    followedBy,
    secondStages: [...secondStages],
    rerunOf: ballot.rerunOf,
    repeatedBy,
    electorate: ballot.electorate,
    preset: ballot.preset,
    warnings: warningsOf(ballot).map(({ preset, asks, clause }) => ({ preset, asks, clause: { ...clause } })),
    rules: { ...ballot.rules },
    ...scaleAnswer(ballot),
    ...choicesAnswer(ballot),
    candidatesNeeded: candidatesNeeded(ballot),
    appointments: appointmentsAnswer(ballot),
    counts: countsAnswer(ballot),
    hands: handsAnswer(ballot),
    presentNow,
    officers: officersAnswer(ballot, names),
    codesDesk: ballot.codesDesk.map((id) => ({ id, name: names.get(id) ?? null })),
    createdAt: ballot.createdAt.toISOString(),
    openedAt: ballot.openedAt?.toISOString() ?? null,
    closedAt: ballot.closedAt?.toISOString() ?? null,
    declaredAt: ballot.declaredAt?.toISOString() ?? null,
    publishedAt: ballot.publishedAt?.toISOString() ?? null,
    ...lifeCycleAnswer(ballot),
  };
}

/** What was counted in the hall, as it was told. */
const handsAnswer = ({ kind, hands }: Ballot): HallFiguresAnswer | null =>
  hands && { [HALL_LISTS[kind]]: hands.map((figures) => ({ ...figures })) };

function appointmentsAnswer({ appointments }: Ballot): AppointmentAnswer[] {
  return appointments.map(({ act, at, setBy, end }) => ({
    act,
    at: at.toISOString(),
    setBy,
    end: end?.what ?? null,
    endedAt: end?.at.toISOString() ?? null,
    refusal: end?.refusal?.code ?? null,
    details: end?.refusal?.details ? { ...end.refusal.details } : null,
  }));
}

function officersAnswer({ officers, signatures }: Ballot, names: ReadonlyMap<string, string>): OfficerAnswer[] {
  return officers.map(({ memberId, role, chief }) => ({
    member: { id: memberId, name: names.get(memberId) ?? null },
    role,
    chief,
    signedAt: signatures.find((signature) => signature.memberId === memberId)?.at.toISOString() ?? null,
  }));
}
