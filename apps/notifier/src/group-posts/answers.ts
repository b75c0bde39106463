import type { GroupProvider, GroupTrouble } from '@plenum/contracts';
import type { OutsideAnswer } from '../ways/outside.js';
import { pauseAsked } from '../ways/pause-asked.js';
import type { WayOutcome } from '../ways/way.js';

const MINUTE_MS = 60_000;

/** How long each keeps who was too fast away where it does not say: DingTalk takes nothing for ten minutes then. */
const PENALTY_MS: Readonly<Record<GroupProvider, number>> = { wecom: MINUTE_MS, dingtalk: 10 * MINUTE_MS, feishu: MINUTE_MS };

const PASSING: readonly GroupTrouble[] = ['too-frequent', 'provider-busy', 'unreachable'];

/**
 * The codes of WeCom (developer.work.weixin.qq.com, path 91770 and 90313), DingTalk (open.dingtalk.com, "custom robots send group
 * messages") and Feishu (open.feishu.cn, "add custom bot"), by what they mean for who is to mend it.
 */
const CODES: Readonly<Record<GroupProvider, Readonly<Record<number, GroupTrouble>>>> = {
  wecom: { [-1]: 'provider-busy', 45009: 'too-frequent', 45033: 'too-frequent', 93000: 'robot-gone', 93008: 'robot-gone' },
  dingtalk: {
    [-1]: 'provider-busy',
    130101: 'too-frequent',
    410100: 'too-frequent',
    90030: 'too-frequent',
    310000: 'sign-wrong',
    300001: 'robot-gone',
    400013: 'robot-gone',
    400101: 'robot-gone',
    400102: 'robot-gone',
    400106: 'robot-gone',
  },
  feishu: {
    11232: 'too-frequent',
    19001: 'robot-gone',
    19021: 'sign-wrong',
    19022: 'address-refused',
    19024: 'keyword-missing',
    9499: 'not-taken',
  },
};

/** One code for several faults: what else the provider says tells them apart. */
const WORDS: readonly (readonly [code: number, said: RegExp, meant: GroupTrouble])[] = [
  [310000, /keyword|关键词/i, 'keyword-missing'],
  [310000, /whitelist|\bip\b|白名单/i, 'address-refused'],
  [9499, /too many|frequen|频/i, 'too-frequent'],
];

/** What became of a post, by the answer of its provider. */
export function outcomeOf(provider: GroupProvider, answer: OutsideAnswer, now: Date): WayOutcome {
  const asked = pauseAsked(answer.retryAfter, now);
  if (answer.status === 429) return trouble('too-frequent', asked ?? PENALTY_MS[provider]);
  if (answer.status >= 500) return trouble('provider-busy', asked);
  const { code, said } = codeIn(answer.body);
  if (code === null) return withoutCode(answer.status, asked);
  if (code === 0) return { outcome: 'sent' };
  const meant = WORDS.find(([of, words]) => of === code && words.test(said))?.[2] ?? CODES[provider][code] ?? 'not-taken';
  if (!PASSING.includes(meant)) return { outcome: 'refused', reason: meant };
  return trouble(meant, asked ?? (meant === 'too-frequent' ? PENALTY_MS[provider] : undefined));
}

/** Something else than the provider's service may have answered in its place, which passes; that there is no such robot does not. */
function withoutCode(status: number, asked: number | undefined): WayOutcome {
  if (status === 404 || status === 410) return { outcome: 'refused', reason: 'robot-gone' };
  if (status >= 400) return { outcome: 'refused', reason: 'not-taken' };
  return trouble('provider-busy', asked);
}

const trouble = (reason: GroupTrouble, pauseMs?: number): WayOutcome => ({
  outcome: 'trouble',
  reason,
  ...(pauseMs === undefined ? {} : { pauseMs }),
});

function codeIn(body: unknown): { readonly code: number | null; readonly said: string } {
  const { errcode, errmsg, code, msg, StatusCode } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const found = [errcode, code, StatusCode].find((each) => typeof each === 'number') as number | undefined;
  return { code: found ?? null, said: String(errmsg ?? msg ?? '') };
}
