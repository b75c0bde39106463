/** Whose robots may post into a group: WeCom, DingTalk, Feishu. */
export const GROUP_PROVIDERS = ['wecom', 'dingtalk', 'feishu'] as const;
export type GroupProvider = (typeof GROUP_PROVIDERS)[number];

/** Why a post did not get into a group, in words that the web has advice for. The first three pass by themselves. */
export const GROUP_TROUBLES = [
  'too-frequent',
  'provider-busy',
  'unreachable',
  'sign-wrong',
  'keyword-missing',
  'address-refused',
  'robot-gone',
  'not-taken',
] as const;
export type GroupTrouble = (typeof GROUP_TROUBLES)[number];
