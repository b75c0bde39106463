import type { GroupProvider } from '@plenum/contracts';

/** Where the robots of a provider are posted to: nowhere else does the server go for an organisation, least of all to inside addresses. */
const PLACES: Readonly<Record<GroupProvider, { readonly place: string; readonly key: RegExp }>> = {
  wecom: { place: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', key: /^\?key=([\w-]{1,128})$/ },
  dingtalk: { place: 'https://oapi.dingtalk.com/robot/send', key: /^\?access_token=([\w-]{1,128})$/ },
  feishu: { place: 'https://open.feishu.cn/open-apis/bot/v2/hook', key: /^\/([\w-]{1,128})$/ },
};

const SHOWN = 4;

/** Whether an address is that of a robot of this provider, to the letter. */
export const isWebhook = (provider: GroupProvider, address: string): boolean => keyOf(provider, address) !== null;

/** The last letters of the key of a robot, by which people know which one it is, and nobody can post. */
export const hintOf = (provider: GroupProvider, address: string): string => (keyOf(provider, address) ?? '').slice(-SHOWN);

function keyOf(provider: GroupProvider, address: string): string | null {
  const { place, key } = PLACES[provider];
  return address.startsWith(place) ? (key.exec(address.slice(place.length))?.[1] ?? null) : null;
}
