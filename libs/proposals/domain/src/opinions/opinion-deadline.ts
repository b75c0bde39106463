import {
  type CivilDate,
  type DueRule,
  type LadderStep,
  ladderSteps,
  periodBy,
  recounted,
  type RunningPeriod,
  USUAL_LADDER,
} from '@plenum/calendar';
import type { Opinion, OpinionChange, OpinionContext } from './opinion.js';

/** What is owed on an opinion: the committee's decision on it, and an answer. */
export type OpinionDeadlineMatter = 'opinion-decision' | 'opinion-answer';

/** What becomes of the day by which something is owed on an opinion. */
export type OpinionDeadlineEvent =
  | {
      readonly type: 'DeadlineSet';
      readonly matter: OpinionDeadlineMatter;
      readonly round: number;
      readonly dueAt: Date;
      /** When who is reminded. */
      readonly steps: readonly LadderStep[];
      /** The unit that owes it; null where the committee does. */
      readonly unitId: string | null;
    }
  | { readonly type: 'DeadlineMet'; readonly matter: OpinionDeadlineMatter; readonly round: number };

/** By when something is owed on it, with all that the day follows from. */
export const opinionPeriod = (rule: DueRule, { calendar, at }: OpinionContext): RunningPeriod =>
  periodBy(rule, calendar.dayOf(at), calendar);

/** What a change of an opinion, or its coming, means for what is owed on it. */
export function opinionDeadlines(before: Opinion | null, after: Opinion, { calendar }: OpinionContext): readonly OpinionDeadlineEvent[] {
  const [was, is] = [before && owedOn(before), owedOn(after)];
  const isSame = was !== null && is !== null && was.matter === is.matter && was.round === is.round;
  const met: OpinionDeadlineEvent[] = was === null || isSame ? [] : [{ type: 'DeadlineMet', matter: was.matter, round: was.round }];
  if (is === null || (isSame && was.dueOn === is.dueOn && was.unitId === is.unitId)) return met;
  const { dueOn, ...owed } = is;
  return [...met, { type: 'DeadlineSet', ...owed, dueAt: calendar.endOf(dueOn), steps: ladderSteps(USUAL_LADDER, dueOn, calendar) }];
}

/**
 * Counts a day anew that rested on holidays not announced yet, once they are; a unit to which another day was told hears it once more. Null
 * where nothing is owed any more, or there is nothing new.
 */
export function settleOpinionDay(opinion: Opinion, { calendar }: OpinionContext): OpinionChange | null {
  const { duePeriod: before, state, unitId } = opinion;
  if (!before?.provisional) return null;
  const duePeriod = recounted(before, calendar);
  if (duePeriod.provisional) return null;
  const { dueOn } = duePeriod;
  const isMoved = dueOn !== before.dueOn && state === 'ROUTED' && unitId !== null;
  return {
    opinion: { ...opinion, dueOn, duePeriod, version: opinion.version + 1 },
    events: isMoved ? [{ type: 'OpinionRouted', unitId, dueOn }] : [],
  };
}

interface OwedOnOpinion {
  readonly matter: OpinionDeadlineMatter;
  readonly round: number;
  readonly unitId: string | null;
  readonly dueOn: CivilDate;
}

function owedOn({ state, round, unitId, dueOn }: Opinion): OwedOnOpinion | null {
  if (dueOn === null) return null;
  return state === 'RECEIVED'
    ? { matter: 'opinion-decision', round: 1, unitId: null, dueOn }
    : { matter: 'opinion-answer', round, unitId: state === 'ROUTED' ? unitId : null, dueOn };
}
