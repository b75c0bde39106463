import type { Locale } from '@plenum/contracts';

/** What messages by SMS say beside the facts. */
export interface SmsMessages {
  readonly several: (count: number, first: string) => string;
  /** With when it was sent: some gateways take the same text to the same number once a day. */
  readonly trial: (at: string) => string;
}

const SMS_MESSAGES: Readonly<Record<Locale, SmsMessages>> = {
  'zh-CN': {
    several: (count, first) => `${count} 条新消息：${first}`,
    trial: (at) => `这是一条测试短信（${at}）：短信通知已接通。`,
  },
  en: {
    several: (count, first) => `${count} new messages: ${first}`,
    trial: (at) => `Trial (${at}): messages by SMS arrive.`,
  },
};

/** The messages in a language. */
export const smsMessages = (locale: Locale): SmsMessages => SMS_MESSAGES[locale];
