/** The stable codes of the refusals that the notifier service makes. */
export const NOTIFIER_ERRORS = [
  'notifier.not-found',
  'notifier.forbidden',
  'notifier.not-an-organiser',
  'notifier.outdated',
  'notifier.unsubscribe-link-broken',
  'notifier.group-not-set',
  'notifier.app-not-set',
  'notifier.sms-not-set',
  'notifier.tested-just-now',
  'notifier.audience-changed',
  'notifier.too-many-announcements',
  'notifier.not-told',
  'notifier.signed-on-another-day',
  'notifier.push-off',
  'notifier.too-many-devices',
  'notifier.device-of-another',
] as const;
