import { clearance } from './clearance.js';

/** The lead unit asks the committee to audit a version of its reply before it goes out (督办审核). */
export const COMMITTEE_AUDIT = clearance({
  action: 'committee-audit',
  steps: ['committee-audit'],
  isAboutDraft: true,
  due: () => null,
  isReasonAsked: false,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
});
