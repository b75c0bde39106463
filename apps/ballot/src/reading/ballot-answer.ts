import {
  type Ballot,
  CHOICE_LISTS,
  HALL_LISTS,
  type PerChannel,
  type Standing,
  allowedActions,
  candidatesNeeded,
  filesFor,
  isCalledOff,
  nominationRuleOf,
  quorumProofOf,
  relationOf,
  warningsOf,
} from '@plenum/ballot-domain';
import type {
  BallotAnswer,
  BallotSummaryAnswer,
  ChoiceListsAnswer,
  CountsAnswer,
  HallFiguresAnswer,
  OfficerAnswer,
  PerChannelAnswer,
  QuorumAnswer,
  RelatedBallotAnswer,
} from './ballots.responses.js';
import type { AppointmentAnswer } from './appointments.responses.js';

/** A ballot as everybody of the organisation may see it. */
export function summaryAnswer(ballot: Ballot, by: Standing, at: Date): BallotSummaryAnswer {
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
  by: Standing,
  { related, hasProfiles, at }: Pick<Around, 'related' | 'hasProfiles' | 'at'>,
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
function relatedAnswer(ballot: Ballot, other: Ballot, by: Standing): readonly RelatedBallotAnswer[] {
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
export interface Around {
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
  by: Standing,
  { names, presentNow, followedBy, secondStages, repeatedBy, related, hasProfiles, at }: Around,
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

/** What became of the result after its declaration. */
export function lifeCycleAnswer({ approval, posting, objections, annulment, archivedAt }: Ballot) {
  const answer = approval?.answer;
  return {
    archivedAt: archivedAt?.toISOString() ?? null,
    approval: approval && {
      dueOn: approval.dueOn,
      provisional: approval.provisional,
      answer: answer
        ? {
            approved: answer.approved,
            reference: answer.reference,
            documentOn: answer.documentOn,
            reason: answer.reason,
            at: answer.at.toISOString(),
          }
        : null,
    },
    posting: posting && { untilOn: posting.untilOn, endsAt: posting.endsAt.toISOString(), provisional: posting.provisional },
    objections: { ...objections },
    annulment: annulment && { reason: annulment.reason, at: annulment.at.toISOString(), alongWith: annulment.alongWith ?? null },
  } satisfies Partial<BallotAnswer>;
}

/** The choices under the name that their kind has. */
export function choicesAnswer({ kind, choices }: Ballot): ChoiceListsAnswer {
  return { [CHOICE_LISTS[kind]]: choices.map((choice) => ({ ...choice })) };
}

/** The grades and rates of an appraisal; nothing for another kind. */
export function scaleAnswer({ scale }: Ballot): Pick<ChoiceListsAnswer, 'grades' | 'rates'> {
  return scale
    ? { grades: [...scale.grades], rates: Object.fromEntries(Object.entries(scale.rates).map(([name, grades]) => [name, [...grades]])) }
    : {};
}

/** What was counted in the hall, as it was told. */
const handsAnswer = ({ kind, hands }: Ballot): HallFiguresAnswer | null =>
  hands && { [HALL_LISTS[kind]]: hands.map((figures) => ({ ...figures })) };

/** The figures of the meeting, those of the count only when there is one. */
export function countsAnswer(ballot: Ballot): CountsAnswer {
  const { roll, present, issued, reconciliation, tally } = ballot;
  const counted = tally?.countingCase?.counts;
  const { voters, returned } = counted ?? { voters: reconciliation?.voters ?? null, returned: reconciliation?.returned ?? null };
  return {
    roll,
    present,
    issued,
    voters,
    returned,
    invalid: counted?.invalid ?? null,
    valid: counted ? counted.returned - counted.invalid : null,
    quorum: quorumAnswer(ballot),
    perChannel: perChannelAnswer(ballot),
    atOpening: ballot.atOpening && { ...ballot.atOpening },
    desk: { ...ballot.desk },
    corrections: (reconciliation?.corrections ?? []).map((each) => ({ ...each, before: { ...each.before }, found: { ...each.found } })),
  };
}

function quorumAnswer(ballot: Ballot): QuorumAnswer | null {
  const proof = quorumProofOf(ballot);
  return (
    proof && {
      needed: proof.needed,
      atOpening: { ...proof.atOpening },
      atClose: proof.atClose && { ...proof.atClose },
      clause: proof.clause && { ...proof.clause },
    }
  );
}

function perChannelAnswer({ channel, issuedPerChannel, reconciliation }: Ballot): PerChannelAnswer | null {
  if (channel !== 'mixed') return null;
  const of = (part: keyof PerChannel) => ({
    issued: issuedPerChannel?.[part] ?? null,
    returned: reconciliation?.perChannel?.[part].returned ?? null,
  });
  return { sealed: of('sealed'), paper: of('paper') };
}

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
