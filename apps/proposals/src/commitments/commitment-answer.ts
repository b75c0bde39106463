import type { CivilDate } from '@plenum/calendar';
import { type Commitment, type CommitmentAction, type Proposal, isOverdue } from '@plenum/proposals-domain';
import type { PersonAnswer } from '../shapes/named.responses.js';
import type { CommitmentAnswer } from './commitments.responses.js';

/** Names by the id of a member or unit. */
export type Names = ReadonlyMap<string, string>;

/** Whoever is named in a promise. */
export const peopleIn = ({ madeBy, steps }: Commitment): readonly string[] => [madeBy, ...steps.map(({ by }) => by)];

/** A promise as one reader sees it. */
export function commitmentAnswer(
  commitment: Commitment,
  proposal: Proposal,
  { names, today, allowed }: { readonly names: Names; readonly today: CivilDate; readonly allowed: readonly CommitmentAction[] },
): CommitmentAnswer {
  const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
  const { id, sessionId, promise, firstDueOn, dueOn, origin, state, round, version } = commitment;
  return {
    id,
    proposal: { id: proposal.id, subject: proposal.content.subject, docketNo: proposal.docketNo },
    sessionId,
    unit: named(commitment.unitId),
    promise,
    firstDueOn,
    dueOn,
    overdue: isOverdue(commitment, today),
    origin,
    state,
    carried: commitment.steps.filter(({ kind, settlement }) => settlement === 'CARRIED' && (kind === 'ACCEPTANCE' || kind === 'CARRY'))
      .length,
    madeAt: commitment.madeAt.toISOString(),
    version,
    round,
    madeBy: named(commitment.madeBy),
    steps: commitment.steps.map(({ by, at, files, ...step }) => ({ ...step, files: [...files], by: named(by), at: at.toISOString() })),
    allowedActions: [...allowed],
  };
}
