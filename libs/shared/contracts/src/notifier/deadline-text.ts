const MS_PER_DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DEADLINE_FACTS = new Set(['closesAt', 'dueAt', 'dueOn', 'feedbackDueOn', 'untilOn']);

/** Whether a fact of a notice or a refusal says until when something may be done. */
export const isDeadlineFact = (fact: string): boolean => DEADLINE_FACTS.has(fact);

/**
 * Until when something may be done, the same in mails and on every page: a day ends at 24:00, whether it was given as a civil date, as its
 * last millisecond or as the first one after it; any other instant is its minute.
 */
export function deadlineText(deadline: string, locale: string, timeZone: string): string {
  if (DATE.test(deadline)) return `${dayOf(new Date(`${deadline}T00:00:00Z`), locale, 'UTC')} 24:00`;
  const instant = new Date(deadline);
  const before = new Date(instant.getTime() - 1);
  if (isFirstOfDay(instant, timeZone)) return `${dayOf(before, locale, timeZone)} 24:00`;
  if (isFirstOfDay(new Date(instant.getTime() + 1), timeZone)) return `${dayOf(instant, locale, timeZone)} 24:00`;
  return `${dayOf(instant, locale, timeZone)} ${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant)}`;
}

const dayOf = (instant: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(instant);

/** Whether a civil day begins at this millisecond. */
function isFirstOfDay(instant: Date, timeZone: string): boolean {
  const ofDay = (when: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(when);
  return instant.getTime() % (MS_PER_DAY / 96) === 0 && ofDay(instant) !== ofDay(new Date(instant.getTime() - 1));
}
