import { clearance } from './clearance.js';

/** The lead unit asks the assisting units for their opinion (协办意见), which is never empty (Chongqing 20). */
export const ASSISTING_OPINION = clearance({
  action: 'assisting-opinion',
  steps: ['assisting-opinion'],
  isAboutDraft: false,
  due: ({ call }) => call.settings.assistingOpinionWithin,
  isReasonAsked: false,
  outcomes: ['GIVEN'],
  reasonedOutcomes: ['GIVEN'],
});
