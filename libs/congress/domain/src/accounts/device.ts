/** What a browser says of itself, in words that people recognise their own device by. */
export const BROWSERS = [
  'wechat',
  'wecom',
  'dingtalk',
  'qq',
  'uc',
  'edge',
  'opera',
  'samsung',
  'huawei',
  'firefox',
  'chrome',
  'safari',
  'other',
] as const;
export const SYSTEMS = ['harmony', 'android', 'ios', 'windows', 'macos', 'chromeos', 'linux', 'other'] as const;
export type BrowserName = (typeof BROWSERS)[number];
export type SystemName = (typeof SYSTEMS)[number];

/** A device as it is kept: two words of closed lists. The header itself could tell one person from others and is not kept. */
export interface Device {
  readonly browser: BrowserName;
  readonly system: SystemName;
}

// The first that fits: most browsers also claim to be those further down.
const BROWSER_SIGNS: readonly (readonly [RegExp, BrowserName])[] = [
  [/wxwork/i, 'wecom'],
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/\bQQ\/|QQBrowser/i, 'qq'],
  [/UCBrowser|UCWEB/i, 'uc'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\/|Opera/, 'opera'],
  [/SamsungBrowser/, 'samsung'],
  [/HuaweiBrowser|ArkWeb/, 'huawei'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const SYSTEM_SIGNS: readonly (readonly [RegExp, SystemName])[] = [
  [/OpenHarmony|HarmonyOS/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'macos'],
  [/CrOS/, 'chromeos'],
  [/Linux|X11/, 'linux'],
];

/** Reads the `User-Agent` header (RFC 9110, 10.1.5); whatever it says, or does not say, is a device. */
export function deviceOf(userAgent: string | undefined): Device {
  const said = userAgent ?? '';
  const first = <N>(signs: readonly (readonly [RegExp, N])[]): N | 'other' => signs.find(([sign]) => sign.test(said))?.[1] ?? 'other';
  return { browser: first(BROWSER_SIGNS), system: first(SYSTEM_SIGNS) };
}
