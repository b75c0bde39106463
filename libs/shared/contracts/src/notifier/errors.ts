/** The stable codes of the refusals that the notifier service makes. */
export const NOTIFIER_ERRORS = ['notifier.not-found', 'notifier.forbidden'] as const;
