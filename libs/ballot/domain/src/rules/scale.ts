import { MalformedError } from '@plenum/kernel';
import { Input, readDistinct } from '../counting/input.js';
import type { AdoptedRules, Scale } from './adopted-rules.js';
import type { VotedKind } from './vocabulary.js';

/** A subject without a grade is an abstention, so no grade may be called so. */
export const ABSTAIN = 'abstain';

/** Checks the grades of an appraisal; nothing else is graded. @throws MalformedError with `grades` or `rates` */
export function assertScale(kind: VotedKind, scale: Scale | null): void {
  if (kind !== 'appraisal') {
    if (scale) throw new MalformedError([{ field: 'grades', reason: 'not-of-this-kind' }]);
    return;
  }
  const input = new Input(scale?.grades, 'grades');
  const grades = readDistinct(input.filledList(), (entry) => entry.text());
  if (grades.includes(ABSTAIN)) input.refuse('not-a-grade');
  for (const [, list] of new Input(scale?.rates, 'rates').entries()) readDistinct(list.filledList(), (entry) => entry.word(grades));
}

/** The marks that a teller may read on a sheet of the ballot. */
export function marksOf({ kind, scale }: Pick<AdoptedRules, 'kind' | 'scale'>): readonly string[] {
  switch (kind) {
    case 'appraisal':
      return [...(scale?.grades ?? []), ABSTAIN];
    case 'poll':
      return ['yes'];
    default:
      return ['yes', 'no', 'abstain'];
  }
}
