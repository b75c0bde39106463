import { type DueRule, checkedDueRule, isLadder } from '@plenum/calendar';
import type { Fraction } from '@plenum/kernel';
import { RESULT_DEMANDS, SETTING_CHOICES } from './choices.js';
import { isDocketPattern } from './docket-pattern.js';
import type { ProposalSettings } from './settings.js';

/** The most of what a setting counts, and the least where it is not nothing: what a request may ask and a form may offer. */
export const SETTING_LIMITS = {
  minSeconders: { min: 0, max: 100 },
  maxCoProposers: { min: 0, max: 100 },
  reviewSteps: { min: 1, max: 3 },
  committeeSize: { min: 1, max: 99 },
  beforeSessionDays: { min: 1, max: 366 },
  shareParts: { min: 1, max: 100 },
  extensionMonths: { min: 1, max: 12 },
  clarificationsPerRound: { min: 0, max: 1 },
  clarificationWorkingDays: { min: 1, max: 10 },
  resultCategories: { min: 1, max: 12 },
  nameCharacters: { min: 1, max: 40 },
  /** Who was dissatisfied is answered once more at least. */
  maxRounds: { min: 2, max: 5 },
} as const;

/** What each setting may be: an answer of "no" is refused by its name. A due rule that is none is refused by the calendar. */
export const SETTING_BOUNDS: { readonly [K in keyof ProposalSettings]: (value: ProposalSettings[K]) => boolean } = {
  minSeconders: within('minSeconders'),
  secondersMustBeDelegates: isFlag,
  nonDelegateMayPropose: oneOf('nonDelegateMayPropose'),
  delegationProposalSupport: (share) => share === null || isShare(share),
  maxCoProposers: (most) => most === null || isWithin('maxCoProposers', most),
  endorsement: oneOf('endorsement'),
  endorsementWithin: isPeriod,
  lateHandling: oneOf('lateHandling'),
  withdrawUntil: oneOf('withdrawUntil'),
  // A committee that can neither file nor pass on has nothing to review for.
  reviewOutcomes: (outcomes) => someOf('reviewOutcomes')(outcomes) && outcomes.some((one) => one === 'FILED' || one === 'SUGGESTION'),
  reviewSteps: (steps) => isWithin('reviewSteps', steps.length) && areNames(steps.map(({ name }) => name)),
  disputedReview: oneOf('disputedReview'),
  mergedAuthors: oneOf('mergedAuthors'),
  mergeConsentWithin: isPeriod,
  mergeSilence: oneOf('mergeSilence'),
  committeeSize: (size) =>
    size === null || (isWithin('committeeSize', size.min) && isWithin('committeeSize', size.max) && size.min <= size.max),
  reconsiderationWithin: isPeriod,
  docketPattern: isDocketPattern,
  suggestionPattern: (pattern) => pattern === null || isDocketPattern(pattern),
  beforeReply: (steps) => steps.length === 0 || someOf('beforeReply')(steps),
  leaderSignOff: oneOf('leaderSignOff'),
  objectionWithin: isPeriod,
  reassignWithin: isPeriod,
  proposerMayObjectToRouting: isFlag,
  contactWithin: (rule) => rule === null || isPeriod(rule),
  assistingOpinionWithin: isPeriod,
  replyDue: (rule) => (rule.kind === 'before-session' ? isWithin('beforeSessionDays', rule.days) : isDueRule(rule)),
  lateReply: oneOf('lateReply'),
  extensionLimit: ({ counted, months }) => ['in-all', 'beyond'].includes(counted) && isWithin('extensionMonths', months),
  clarificationsPerRound: within('clarificationsPerRound'),
  clarificationWorkingDays: within('clarificationWorkingDays'),
  resultCategories: (words) => isWithin('resultCategories', words.length) && areNames(words),
  resultDemands: (demands) =>
    demands.length <= SETTING_LIMITS.resultCategories.max &&
    areNames(demands.map(({ resultCategory }) => resultCategory)) &&
    demands.every(({ demand }) => RESULT_DEMANDS.includes(demand)),
  jointReplyTo: oneOf('jointReplyTo'),
  ladder: isLadder,
  ratingScale: (grades) => grades === 3 || grades === 4,
  ratingDimensions: someOf('ratingDimensions'),
  ratedBy: oneOf('ratedBy'),
  feedbackDue: isDueRule,
  silencePolicy: oneOf('silencePolicy'),
  rehandleDue: isPeriod,
  maxRounds: within('maxRounds'),
  publishReplies: oneOf('publishReplies'),
  awardNominators: oneOf('awardNominators'),
  statsUnit: oneOf('statsUnit'),
};

type Limited = keyof typeof SETTING_LIMITS;
type Chosen = keyof typeof SETTING_CHOICES;

function isWithin(setting: Limited, value: number): boolean {
  const { min, max } = SETTING_LIMITS[setting];
  return Number.isInteger(value) && value >= min && value <= max;
}

function within(setting: Limited): (value: number) => boolean {
  return (value) => isWithin(setting, value);
}

function oneOf(setting: Chosen): (value: string) => boolean {
  return (value) => (SETTING_CHOICES[setting] as readonly string[]).includes(value);
}

/** At least one of them, none twice. */
function someOf(setting: Chosen): (values: readonly string[]) => boolean {
  return (values) => values.length > 0 && new Set(values).size === values.length && values.every(oneOf(setting));
}

function isFlag(value: boolean): boolean {
  return typeof value === 'boolean';
}

/** Different words, none of them empty or too long. */
function areNames(names: readonly string[]): boolean {
  return new Set(names).size === names.length && names.every((name) => isWithin('nameCharacters', [...name.trim()].length));
}

/** More than nothing and at most the whole, which no more can exceed. */
function isShare({ num, den, inclusive }: Fraction): boolean {
  return isWithin('shareParts', num) && isWithin('shareParts', den) && (inclusive ? num <= den : num < den);
}

function isDueRule(rule: DueRule): boolean {
  return checkedDueRule(rule) === rule;
}

/** A due rule that runs from some day, and so never ends before it began. */
function isPeriod(rule: DueRule): boolean {
  return isDueRule(rule) && rule.kind !== 'date';
}
