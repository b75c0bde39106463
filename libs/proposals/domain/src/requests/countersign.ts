import { clearance } from './clearance.js';

/** The lead unit asks the assisting units to countersign a version of its reply (会签). */
export const COUNTERSIGN = clearance({
  action: 'countersign',
  steps: ['countersign'],
  isAboutDraft: true,
  due: () => null,
  isReasonAsked: false,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
});
