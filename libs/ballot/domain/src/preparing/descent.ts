import type { DomainError } from '@plenum/kernel';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';
import type { Descent } from '../record/lineage.js';

interface Descended {
  readonly descent: Descent | null;
  readonly choices: readonly Choice[];
}

/** What is wrong with the candidates of a ballot that follows another; null when nothing is. `before` are those who stood until now. */
export function descentFault({ descent, choices }: Descended, before: readonly Choice[]): DomainError | null {
  if (descent === null) return null;
  const carried = before.filter(({ id }) => descent.standing.includes(id));
  const gone = carried.filter((choice) => !choices.some((each) => isSame(each, choice)));
  if (gone.length > 0) return BallotErrors.candidatesCarried(gone.map(({ id }) => id));
  const added = choices.filter(({ id }) => !descent.standing.includes(id));
  if (!descent.othersMayStand && added.length > 0) return BallotErrors.candidatesFixed(added.map(({ id }) => id));
  const { eligible } = descent;
  if (eligible === null) return null;
  const outside = choices.filter(({ memberId }) => memberId === null || !eligible.includes(memberId));
  return outside.length > 0 ? BallotErrors.notAmongElected(outside.map(({ id }) => id)) : null;
}

const isSame = (one: Choice, other: Choice): boolean => one.id === other.id && one.label === other.label && one.memberId === other.memberId;
