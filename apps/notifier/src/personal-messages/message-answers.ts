import type { GroupProvider, MessageTrouble } from '@plenum/contracts';
import type { OutsideAnswer } from '../ways/outside.js';
import { pauseAsked } from '../ways/pause-asked.js';
import type { WayOutcome } from '../ways/way.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const PASSING: readonly MessageTrouble[] = ['too-frequent', 'provider-busy', 'unreachable'];

/** What a code means beside a trouble: that the token is over, or that this very message is there already. */
type Meant = MessageTrouble | 'token-over' | 'there-already';

/**
 * The codes of WeCom (developer.work.weixin.qq.com, paths 90236, 90313 and 91039), DingTalk (open.dingtalk.com, "work notices" and "global
 * error codes") and Feishu (open.feishu.cn, "send a message" and "general error codes"), by what they mean for who is to mend it.
 */
const CODES: Readonly<Record<GroupProvider, Readonly<Record<number, Meant>>>> = {
  wecom: {
    [-1]: 'provider-busy',
    40014: 'token-over',
    41001: 'token-over',
    42001: 'token-over',
    45009: 'too-frequent',
    45033: 'too-frequent',
    60020: 'address-refused',
    81013: 'no-address',
    40003: 'no-address',
    46004: 'no-address',
    60111: 'no-address',
    82001: 'no-address',
    40001: 'app-refused',
    40013: 'app-refused',
    40056: 'app-refused',
    40091: 'app-refused',
    48002: 'app-refused',
    60011: 'app-refused',
    301002: 'app-refused',
  },
  dingtalk: {
    [-1]: 'provider-busy',
    40014: 'token-over',
    42001: 'token-over',
    90002: 'too-frequent',
    90005: 'too-frequent',
    90006: 'too-frequent',
    90018: 'too-frequent',
    143103: 'too-frequent',
    143104: 'too-frequent',
    143105: 'too-frequent',
    1430003: 'too-frequent',
    143106: 'there-already',
    60020: 'address-refused',
    33012: 'no-address',
    40003: 'no-address',
    60121: 'no-address',
    1430000: 'no-address',
    1430004: 'no-address',
    33001: 'app-refused',
    40056: 'app-refused',
    40089: 'app-refused',
    40096: 'app-refused',
    40101: 'app-refused',
    60011: 'app-refused',
    1430002: 'not-taken',
  },
  feishu: {
    11232: 'too-frequent',
    230020: 'too-frequent',
    99991400: 'too-frequent',
    99991661: 'token-over',
    99991663: 'token-over',
    99991664: 'token-over',
    99991665: 'token-over',
    99991401: 'address-refused',
    230013: 'no-address',
    230034: 'no-address',
    230053: 'no-address',
    99992351: 'no-address',
    99992354: 'no-address',
    99992360: 'no-address',
    10003: 'app-refused',
    10014: 'app-refused',
    10015: 'app-refused',
    230006: 'app-refused',
    230027: 'app-refused',
    99991662: 'app-refused',
    99991672: 'app-refused',
    99991673: 'app-refused',
  },
};

/** What of the limits of a day is full takes long to pass. */
const OF_THE_DAY: readonly number[] = [143105];

/** What became of a message, by the answer of its provider; `token-over` where it is to be asked again with another token. */
export function messageOutcome(provider: GroupProvider, answer: OutsideAnswer, now: Date): WayOutcome | 'token-over' {
  const { code, isForNobody } = factsIn(provider, answer.body);
  if (code === 0) return isForNobody ? refused('no-address') : { outcome: 'sent' };
  const meant = code === null ? undefined : CODES[provider][code];
  if (meant === 'token-over') return meant;
  if (meant === 'there-already') return { outcome: 'sent' };
  return troubleIn(answer, code, meant ?? 'not-taken', now);
}

/** The token of an answer, and how long it is good for; or why there is none. */
export function tokenIn(
  provider: GroupProvider,
  answer: OutsideAnswer,
  now: Date,
): { readonly token: string; readonly lifeMs: number } | WayOutcome {
  const { access_token: token, tenant_access_token: ofTenant, expires_in: lifeS, expire } = fieldsOf(answer.body);
  const { code } = factsIn(provider, answer.body);
  const given = provider === 'feishu' ? ofTenant : token;
  if (code === 0 && typeof given === 'string' && given !== '') return { token: given, lifeMs: Number(lifeS ?? expire ?? 0) * 1_000 };
  const meant = code === null ? undefined : CODES[provider][code];
  // Whatever else a provider has against giving a token, it is the app that is set wrong.
  const isTrouble = meant !== undefined && meant !== 'token-over' && meant !== 'there-already' && meant !== 'no-address';
  return troubleIn(answer, code, isTrouble ? meant : 'app-refused', now);
}

/** A status that says all passes, or does not, whatever the code; else what the code means. */
function troubleIn(answer: OutsideAnswer, code: number | null, meant: MessageTrouble, now: Date): WayOutcome {
  const asked = pauseAsked(answer.retryAfter, now);
  if (answer.status === 429 || meant === 'too-frequent') {
    const usual = code !== null && OF_THE_DAY.includes(code) ? HOUR_MS : MINUTE_MS;
    return { outcome: 'trouble', reason: 'too-frequent', pauseMs: asked ?? usual };
  }
  // Something else than the provider may have answered in its place.
  const isBusy = answer.status >= 500 || (code === null && answer.status < 400);
  if (!isBusy && !PASSING.includes(meant)) return refused(meant);
  return { outcome: 'trouble', reason: 'provider-busy', ...(asked === undefined ? {} : { pauseMs: asked }) };
}

const refused = (reason: MessageTrouble): WayOutcome => ({ outcome: 'refused', reason });

/** DingTalk says 88 of several faults, and which by a code within. */
function factsIn(provider: GroupProvider, body: unknown): { readonly code: number | null; readonly isForNobody: boolean } {
  const { errcode, code, sub_code: within, invaliduser, unlicenseduser } = fieldsOf(body);
  const said = provider === 'feishu' ? code : errcode;
  const found = said === 88 && /^\d+$/.test(String(within)) ? Number(within) : said;
  return { code: typeof found === 'number' ? found : null, isForNobody: [invaliduser, unlicenseduser].some(Boolean) };
}

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
