import type { CivilDate, WorkingCalendar } from '@plenum/calendar';
import {
  type BoxAuthority,
  type Opinion,
  type OpinionStep,
  allowedOnOpinion,
  isOfSuggester,
  opinionNumberText,
  opinionScopeOf,
} from '@plenum/proposals-domain';
import type { PersonAnswer } from '../shapes/named.responses.js';
import type { OpinionAnswer, OpinionStepAnswer } from './opinions.responses.js';

/** What an answer is made with. */
export interface OpinionReading {
  readonly by: BoxAuthority;
  /** Names by the id of a member or unit. */
  readonly names: ReadonlyMap<string, string>;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

/** Whoever the reader is told of in an opinion: never its suggester where they may not know. */
export function peopleToName(opinion: Opinion, by: BoxAuthority): readonly string[] {
  const others = opinion.steps.filter((step) => !isOfSuggester(step)).map((step) => step.by);
  return opinionScopeOf(opinion, by) === 'whole' ? [...others, opinion.suggesterId] : others;
}

/** An opinion as one reader sees it. */
export function opinionAnswer(opinion: Opinion, { by, names, calendar, today }: OpinionReading): OpinionAnswer {
  const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
  const isWhole = opinionScopeOf(opinion, by) === 'whole';
  const isOwn = opinion.suggesterId === by.memberId;
  const step = ({ kind, outcome, text, unitId, dueOn, helped, by: memberId, at }: OpinionStep): OpinionStepAnswer => ({
    kind,
    outcome,
    text,
    unit: unitId === null ? null : named(unitId),
    dueOn,
    helped,
    // Who of the committee or a unit also put it in would be named by what they did to it.
    by: memberId === opinion.suggesterId ? null : named(memberId),
    at: at.toISOString(),
  });
  const { id, subject, text, state, unitId, dueOn, round, publication, version } = opinion;
  return {
    id,
    number: opinionNumberText(opinion.number),
    subject,
    text,
    state,
    round,
    unit: unitId === null ? null : named(unitId),
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    suggester: isWhole && !isOwn ? named(opinion.suggesterId) : null,
    suggestedOn: calendar.dayOf(opinion.suggestedAt),
    isOwn,
    isPublished: publication !== null,
    steps: opinion.steps.filter((one) => isWhole || !isOfSuggester(one)).map(step),
    publication: publication && { ...publication, at: publication.at.toISOString() },
    allowedActions: [...allowedOnOpinion(opinion, by)],
    version,
  };
}
