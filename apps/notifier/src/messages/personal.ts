import type { Locale } from '@plenum/contracts';

/** What messages to one person say beside the facts. */
export interface PersonalMessages {
  /** Above every message. */
  readonly heading: string;
  /** Below those that fit. */
  readonly more: (count: number) => string;
  /** With when it was sent: providers show the same text to the same person once. */
  readonly trial: (at: string) => string;
}

const PERSONAL_MESSAGES: Readonly<Record<Locale, PersonalMessages>> = {
  'zh-CN': {
    heading: '【教代会】',
    more: (count) => `另有 ${count} 条新消息，请在“消息”页面查看：`,
    trial: (at) => `这是一条测试消息（${at}）：个人消息已接通。`,
  },
  en: {
    heading: '[Staff congress]',
    more: (count) => `${count} more new ${count === 1 ? 'message is' : 'messages are'} in your inbox:`,
    trial: (at) => `This is a trial message (${at}): messages to you arrive.`,
  },
};

/** The messages in a language. */
export const personalMessages = (locale: Locale): PersonalMessages => PERSONAL_MESSAGES[locale];
