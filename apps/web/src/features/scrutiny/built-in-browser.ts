/** Programs whose built-in browser forgets what a page keeps, or loses it with their cache. */
const BUILT_IN = [
  ['wechat-work', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['dingtalk', /DingTalk/i],
  ['qq', /\bQQ\//i],
  ['lark', /Lark|Feishu/i],
] as const;

export type BuiltIn = (typeof BUILT_IN)[number][0];

/** In whose built-in browser the page is shown; null in a browser of its own. */
export const builtInBrowser = (userAgent: string): BuiltIn | null => BUILT_IN.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
