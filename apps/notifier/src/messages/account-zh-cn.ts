import type { AccountNotices } from './messages.js';

/** Mails about what befalls an account. */
export const ACCOUNT_IN_CHINESE: AccountNotices = {
  'congress.sign-in-locked': {
    subject: '密码多次输错：{member}',
    text: '有人多次输错 {member} 的密码，从那里登录已暂停一刻钟；本人用过的设备不受影响。如非本人所为，请告知秘书处。',
  },
  'congress.sign-in-unlocked': { subject: '您可以再次登录', text: '秘书处已解除对您登录的限制，现在可以再次登录。' },
  'congress.sign-in-code-given': {
    subject: '有人为您的账号发放了登录码',
    text: '{by} 刚刚为您的账号发放了一次性登录码，持有它的人可以您的名义登录。如果您没有领取，请立即告知监票人或秘书处。',
  },
  'congress.first-password-set': {
    subject: '您的账号已设定密码',
    text: '您的账号刚刚用一次性登录码设定了密码。如非本人所为，请立即告知监票人或秘书处。',
  },
  'congress.mail-changed': {
    subject: '您账号的邮箱地址已变更',
    text: '您账号的邮箱地址已变更[（经办人：{by}）]。本邮件同时寄往原地址和现地址，原地址三十天内仍会收到账号安全通知。如果这不是您要求的，请立即告知监票人或秘书处。',
  },
  'congress.mobile-changed': {
    subject: '您账号的手机号已变更',
    text: '您账号的手机号已变更[（经办人：{by}）]。手机号只用于接收短信通知，不能用来登录。如果这不是您要求的，请到“我的账户”核对，或告知秘书处。',
  },
  'congress.password-set': {
    subject: '您的密码已重新设定',
    text: '您的密码刚刚重新设定，其他设备均已退出登录。如非本人所为，请立即告知秘书处。',
  },
};
