import { USUAL_LADDER } from '@plenum/calendar';
import { tellsTracksApart } from './docket-pattern.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { SETTING_BOUNDS } from './setting-bounds.js';
import type { ProposalSettings } from './settings.js';

/** What most institutions do (DOMAIN 5.1). A call states its own reply date; three months are what the regulations give. */
export const DEFAULT_SETTINGS: ProposalSettings = {
  minSeconders: 2,
  secondersMustBeDelegates: true,
  nonDelegateMayPropose: 'as-suggestion',
  delegationProposalSupport: { num: 1, den: 2, inclusive: false },
  maxCoProposers: null,
  endorsement: 'none',
  endorsementWithin: { kind: 'working-days', n: 3 },
  lateHandling: 'suggestion',
  withdrawUntil: 'assignment',
  reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
  reviewSteps: [{ name: 'REVIEW' }],
  disputedReview: 'presidium',
  mergedAuthors: 'joint-proposers',
  mergeConsentWithin: { kind: 'working-days', n: 5 },
  mergeSilence: 'ends',
  committeeSize: null,
  reconsiderationWithin: { kind: 'working-days', n: 10 },
  docketPattern: '{term}-{session}-{number}',
  suggestionPattern: null,
  beforeReply: [],
  leaderSignOff: 'on-reply',
  objectionWithin: { kind: 'working-days', n: 5 },
  reassignWithin: { kind: 'working-days', n: 10 },
  proposerMayObjectToRouting: false,
  contactWithin: { kind: 'working-days', n: 20 },
  assistingOpinionWithin: { kind: 'months', n: 1 },
  replyDue: { kind: 'months', n: 3 },
  lateReply: 'accept',
  extensionLimit: { counted: 'in-all', months: 6 },
  clarificationsPerRound: 1,
  clarificationWorkingDays: 10,
  resultCategories: ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'NOT_POSSIBLE'],
  resultDemands: [{ resultCategory: 'PLANNED', demand: 'promise' }],
  jointReplyTo: 'each',
  ladder: USUAL_LADDER,
  ratingScale: 3,
  ratingDimensions: ['attitude', 'result'],
  ratedBy: 'lead',
  feedbackDue: { kind: 'working-days', n: 15 },
  silencePolicy: 'exclude',
  rehandleDue: { kind: 'months', n: 1 },
  maxRounds: 2,
  publishReplies: 'yes',
  awardNominators: 'committee',
  statsUnit: 'both',
};

/**
 * The defaults with what the call says otherwise.
 * @throws `proposals.setting-out-of-range`, `calendar.no-such-date`, `calendar.not-a-period`
 */
export function settingsWith(stated: Partial<ProposalSettings>): ProposalSettings {
  const settings = { ...DEFAULT_SETTINGS, ...stated };
  for (const setting of Object.keys(SETTING_BOUNDS) as (keyof ProposalSettings)[]) assertWithinBounds(setting, settings);
  if (numbersClash(settings)) throw ProposalErrors.settingOutOfRange('suggestionPattern');
  return settings;
}

function assertWithinBounds<K extends keyof ProposalSettings>(setting: K, settings: ProposalSettings): void {
  if (!SETTING_BOUNDS[setting](settings[setting])) throw ProposalErrors.settingOutOfRange(setting);
}

/** Two counts under one pattern that does not tell them apart would give every number twice. */
const numbersClash = ({ docketPattern, suggestionPattern }: ProposalSettings): boolean =>
  suggestionPattern === docketPattern && !tellsTracksApart(docketPattern);
