/** Why a mail server takes a mail for good not, in words that the web has advice for; RFC 3463 has them as codes. */
export const BOUNCE_REASONS = [
  'mailbox-unknown',
  'mailbox-full',
  'mailbox-off',
  'domain-unknown',
  'address-malformed',
  'blocked',
  'too-large',
  'not-taken',
] as const;
export type BounceReason = (typeof BOUNCE_REASONS)[number];

/** Why a mail waits and is sent again later; the last three are for whoever runs the house to mend. */
export const MAIL_DELAYS = [
  'too-frequent',
  'greylisted',
  'mailbox-full',
  'server-busy',
  'unreachable',
  'sign-in-refused',
  'sender-refused',
] as const;
export type MailDelay = (typeof MAIL_DELAYS)[number];
