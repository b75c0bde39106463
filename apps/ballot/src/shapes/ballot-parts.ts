import { type Ballot, CHOICE_LISTS, type PerChannel, quorumProofOf } from '@plenum/ballot-domain';
import type {
  AnnulmentAnswer,
  ApprovalAnswer,
  ChoiceListsAnswer,
  CountsAnswer,
  ObjectionCountsAnswer,
  PerChannelAnswer,
  PostingAnswer,
  QuorumAnswer,
} from './ballot.responses.js';

/** What became of a result after its declaration, as the answers that show it have it. */
export interface LifeCycleAnswer {
  readonly archivedAt: string | null;
  readonly approval: ApprovalAnswer | null;
  readonly posting: PostingAnswer | null;
  readonly objections: ObjectionCountsAnswer;
  readonly annulment: AnnulmentAnswer | null;
}

/** What became of the result after its declaration. */
export function lifeCycleAnswer({ approval, posting, objections, annulment, archivedAt }: Ballot): LifeCycleAnswer {
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
  };
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
  const papersOf = (part: keyof PerChannel) => ({
    issued: issuedPerChannel?.[part] ?? null,
    returned: reconciliation?.perChannel?.[part].returned ?? null,
  });
  return { sealed: papersOf('sealed'), paper: papersOf('paper') };
}
