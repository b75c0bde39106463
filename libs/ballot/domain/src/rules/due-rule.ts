import { DomainError } from '@plenum/kernel';
import { checkedDueRule, type DueRule } from '@plenum/calendar';
import type { Input } from '../counting/input.js';

const KINDS = ['date', 'working-days', 'days', 'months'] as const;
const LAST_DAYS = ['after-holiday', 'next-working-day', 'as-it-falls'] as const;
const PERIOD_MAX = 3_660;

/** Reads a period or date as the calendar counts it. @throws MalformedError with the faulty field */
export function readDueRule(input: Input): DueRule {
  const { kind, n, date, lastDay } = input.fields(['kind', 'n', 'date', 'lastDay']);
  const word = kind.word(KINDS);
  const [misplaced] =
    word === 'date'
      ? [n, lastDay].filter((field) => field.isGiven())
      : [date, ...(word === 'working-days' ? [lastDay] : [])].filter((field) => field.isGiven());
  misplaced?.refuse('not-of-this-kind');
  const rule: DueRule =
    word === 'date'
      ? { kind: word, date: date.text() }
      : word === 'working-days'
        ? { kind: word, n: n.whole(1, PERIOD_MAX) }
        : { kind: word, n: n.whole(1, PERIOD_MAX), ...optional(lastDay.maybe((day) => day.word(LAST_DAYS))) };
  return checked(input, rule);
}

const optional = (lastDay: (typeof LAST_DAYS)[number] | undefined) => (lastDay === undefined ? {} : { lastDay });

function checked(input: Input, rule: DueRule): DueRule {
  try {
    return checkedDueRule(rule);
  } catch (reason) {
    if (reason instanceof DomainError) input.refuse(reason.code.replace(/^calendar\./, ''));
    throw reason;
  }
}
