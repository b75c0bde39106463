import type { Locale } from '@plenum/contracts';

/** What a device shows beside the facts: the trial. */
export interface PushMessages {
  readonly title: string;
  readonly body: string;
}

const PUSH_MESSAGES: Readonly<Record<Locale, PushMessages>> = {
  'zh-CN': { title: '教代会平台', body: '这是一条测试通知：本设备可以收到消息。' },
  en: { title: 'Staff congress', body: 'This is a trial: messages arrive on this device.' },
};

/** The messages in a language. */
export const pushMessages = (locale: Locale): PushMessages => PUSH_MESSAGES[locale];
