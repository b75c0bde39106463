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

/** Why a push did not get to a device, in words that the web has advice for. The first three pass by themselves. */
export const PUSH_TROUBLES = ['too-frequent', 'provider-busy', 'unreachable', 'device-gone', 'key-refused', 'not-taken'] as const;
export type PushTrouble = (typeof PUSH_TROUBLES)[number];

/** Which of a member's facts is their id with a provider of messages: the house sets its accounts up by staff number or by mail address. */
export const MESSAGE_IDS = ['staff-no', 'mail'] as const;
export type MessageId = (typeof MESSAGE_IDS)[number];

/**
 * Why a message did not get to a person by the app of a provider, in words that the web has advice for. The first three pass by themselves;
 * `no-address` is about that person alone.
 */
export const MESSAGE_TROUBLES = [
  'too-frequent',
  'provider-busy',
  'unreachable',
  'app-refused',
  'address-refused',
  'no-address',
  'not-taken',
] as const;
export type MessageTrouble = (typeof MESSAGE_TROUBLES)[number];

/** How a gateway of SMS is asked. */
export const SMS_METHODS = ['POST', 'PUT', 'GET'] as const;
export type SmsMethod = (typeof SMS_METHODS)[number];

/** What a request to a gateway is written in. */
export const SMS_FORMATS = ['json', 'form'] as const;
export type SmsFormat = (typeof SMS_FORMATS)[number];

/** How a gateway wants numbers of the mainland: as E.164, or the eleven digits. */
export const SMS_NUMBERS = ['e164', 'national'] as const;
export type SmsNumbers = (typeof SMS_NUMBERS)[number];

/** The ways on which one person is told, each with its own queue; what is told stands in the inbox whatever becomes of them. */
export const PERSONAL_WAYS = ['mail', 'push', 'sms', 'wecom', 'dingtalk', 'feishu'] as const;
export type PersonalWay = (typeof PERSONAL_WAYS)[number];

/** How often what can wait is mailed: as it comes, or gathered once a day or a week. */
export const DIGESTS = ['each', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];
