import type { OutsideAnswer } from '../ways/outside.js';
import { pauseAsked } from '../ways/pause-asked.js';
import type { WayOutcome } from '../ways/way.js';
import type { SmsAnswers } from './sms-gateway.js';

const TOO_FREQUENT_MS = 60_000;

/**
 * What became of a message by the answer of its gateway: by its code where the organisation has said what that means, else by the status of
 * HTTP. A status of success with a code that nobody has explained is not taken for one, nor sent again: each try may cost and arrive.
 */
export function smsOutcome(answer: OutsideAnswer, answers: SmsAnswers, now: Date): WayOutcome {
  const { status, retryAfter } = answer;
  const code = codeIn(answer, answers.codeAt);
  const pauseMs = pauseAsked(retryAfter, now);
  const later: WayOutcome = { outcome: 'trouble', reason: 'too-frequent', pauseMs: pauseMs ?? TOO_FREQUENT_MS };
  if (code !== null) {
    if (answers.accepted.includes(code)) return { outcome: 'sent' };
    if (answers.temporary.includes(code)) return later;
    if (answers.numberRefused.includes(code)) return { outcome: 'refused', reason: 'no-address' };
    if (answers.accountRefused.includes(code)) return { outcome: 'refused', reason: 'app-refused' };
  }
  if (status === 429) return later;
  if (status >= 500 || (status >= 300 && status < 400))
    return { outcome: 'trouble', reason: 'provider-busy', ...(pauseMs === undefined ? {} : { pauseMs }) };
  if (status === 401 || status === 403) return { outcome: 'refused', reason: 'app-refused' };
  const isBySuccess = answers.codeAt === null && answers.accepted.length === 0;
  return isBySuccess && status >= 200 && status < 300 ? { outcome: 'sent' } : { outcome: 'refused', reason: 'not-taken' };
}

/** The code as text; null where the answer has none there. */
function codeIn({ status, body }: OutsideAnswer, codeAt: string | null): string | null {
  if (codeAt === null) return String(status);
  let at: unknown = body;
  for (const part of codeAt.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return null;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : null;
}
