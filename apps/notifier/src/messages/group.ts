import type { Locale } from '@plenum/contracts';

/** What posts to groups say beside the facts. */
export interface GroupMessages {
  /** Above every post: a robot that takes only what has a keyword knows it by this. */
  readonly heading: string;
  readonly trial: string;
}

const GROUP_MESSAGES: Readonly<Record<Locale, GroupMessages>> = {
  'zh-CN': { heading: '【教代会】', trial: '这是一条测试消息：群通知已接通。' },
  en: { heading: '[Staff congress]', trial: 'This is a trial message: posts to this group arrive.' },
};

/** The messages in a language. */
export const groupMessages = (locale: Locale): GroupMessages => GROUP_MESSAGES[locale];
