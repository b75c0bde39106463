import { civilDateOf } from '../../shared/text/formats.js';
import { endOfDay, startOfDay } from '../../shared/proposal/call-times.js';
import type { NewCall } from './call-requests.js';

export const SECONDERS_MAX = 100;
/** Who was dissatisfied is answered once more at least; the service takes no more rounds than this. */
export const [ROUNDS_MIN, ROUNDS_MAX] = [2, 5];

type PeriodKind = 'days' | 'working-days' | 'months';

/** The periods of a call: from assignment to reply, from reply to rating, and from a dissatisfied rating to another reply. */
export type Period = 'reply' | 'feedback' | 'rehandle';

/** What the form of a call asks for. */
export type CallFields = {
  readonly sessionId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly minSeconders: number;
  readonly lateHandling: 'suggestion' | 'refuse';
  readonly maxRounds: number;
} & { readonly [P in `${Period}Kind`]: PeriodKind } & { readonly [P in `${Period}N`]: number };

/** What most institutions do; the last day is for the committee to say. */
export const usualCall = (sessionId: string, today: Date): Omit<CallFields, 'lastDay'> => ({
  sessionId,
  firstDay: civilDateOf(today),
  minSeconders: 2,
  lateHandling: 'suggestion',
  replyKind: 'working-days',
  replyN: 60,
  feedbackKind: 'working-days',
  feedbackN: 15,
  rehandleKind: 'months',
  rehandleN: 1,
  maxRounds: 2,
});

/** The call that the form asks to open: from the first instant of its first day to the end of its last. */
export function callOf({ sessionId, firstDay, lastDay, minSeconders, lateHandling, maxRounds, ...periods }: CallFields): NewCall {
  const due = (period: Period) => ({ kind: periods[`${period}Kind`], n: periods[`${period}N`] });
  return {
    sessionId,
    minSeconders,
    lateHandling,
    opensAt: startOfDay(firstDay).toISOString(),
    closesAt: endOfDay(lastDay).toISOString(),
    replyDue: due('reply'),
    feedbackDue: due('feedback'),
    rehandleDue: due('rehandle'),
    maxRounds,
  };
}
