/** The stable codes of the refusals that the notifier service makes. */
export const NOTIFIER_ERRORS = [
  'notifier.not-found',
  'notifier.forbidden',
  'notifier.not-an-organiser',
  'notifier.outdated',
  'notifier.group-not-set',
  'notifier.tested-just-now',
] as const;
