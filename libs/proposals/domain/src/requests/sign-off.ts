import { clearance } from './clearance.js';

/** The lead unit asks its head, and its leader in charge, to sign a version of its reply (签发), as the call demands. */
export const SIGN_OFF = clearance({
  action: 'sign-off',
  steps: ['head-sign-off', 'leader-sign-off'],
  isAboutDraft: true,
  due: () => null,
  isReasonAsked: false,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
});
