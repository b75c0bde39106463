import { type DueRule, checkedDueRule } from '@plenum/calendar';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/**
 * The points on which institutions differ, as data (DOMAIN 5.1). They are frozen into the call,
 * so that a proposal keeps the rules under which it was made.
 */
export interface ProposalSettings {
  /** Seconders besides the proposer. */
  readonly minSeconders: number;
  /** Whether only full delegates may second; otherwise any member of the organisation. */
  readonly secondersMustBeDelegates: boolean;
  /** What becomes of a filing by an attendee or invited guest: refused, a suggestion, or a proposal like any other. */
  readonly nonDelegateMayPropose: 'no' | 'as-suggestion' | 'yes';
  /** What becomes of a filing after the window. */
  readonly lateHandling: 'suggestion' | 'refuse';
  /** Whether a reply after its due date is accepted and marked, or refused. */
  readonly lateReply: 'accept' | 'refuse';
  /** Until when the proposer may withdraw; a withdrawal after assignment ends the handling. */
  readonly withdrawUntil: 'assignment' | 'reply';
  /** The words of an organisation for what a reply amounts to; letters like A or B mean different things in different places. */
  readonly resultCategories: readonly string[];
  /** Counted from the day of assignment; the committee may set another date case by case. */
  readonly replyDue: DueRule;
  /** Counted from the day of the reply. */
  readonly feedbackDue: DueRule;
  /**
   * Counted from the day of a rating that found the reply dissatisfactory: by when it is handled again (重新办理). A period: a round
   * begins when somebody rates, and a fixed day might be past.
   */
  readonly rehandleDue: DueRule;
  /** How many rounds of handling there are at most; after the last the committee closes the matter, with a reason. */
  readonly maxRounds: number;
  /** Counted from the day on which a merge is proposed: by when each author consents or refuses. A period, as one is proposed any day. */
  readonly mergeConsentDue: DueRule;
  /** Whether an author who says nothing until then has consented to a merge, or it comes to nothing. */
  readonly mergeSilence: 'ends' | 'consents';
  /** What the authors of a merged proposal are to the other: its joint proposers, or told of it only. */
  readonly mergedAuthors: 'joint' | 'told';
  /** How many days before the end of a due date those who owe are reminded. */
  readonly remindBeforeDays: number;
}

/** What most institutions do (DOMAIN 5.1). A call states its own reply date; three months are what the regulations give. */
export const DEFAULT_SETTINGS: ProposalSettings = {
  minSeconders: 2,
  secondersMustBeDelegates: true,
  nonDelegateMayPropose: 'as-suggestion',
  lateHandling: 'suggestion',
  lateReply: 'accept',
  withdrawUntil: 'assignment',
  resultCategories: ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'NOT_POSSIBLE'],
  replyDue: { kind: 'months', n: 3 },
  feedbackDue: { kind: 'working-days', n: 15 },
  rehandleDue: { kind: 'months', n: 1 },
  maxRounds: 2,
  mergeConsentDue: { kind: 'working-days', n: 5 },
  mergeSilence: 'ends',
  mergedAuthors: 'joint',
  remindBeforeDays: 3,
};

const SECONDERS_MAX = 100;
const [ROUNDS_MIN, ROUNDS_MAX] = [2, 5]; // Who was dissatisfied is answered once more at least.
const REMIND_MAX_DAYS = 60;
const CATEGORIES_MAX = 12;

/**
 * The defaults with what the call says otherwise.
 * @throws `proposals.setting-out-of-range`, `calendar.no-such-date`, `calendar.not-a-period`
 */
export function settingsWith(stated: Partial<ProposalSettings>): ProposalSettings {
  const settings = { ...DEFAULT_SETTINGS, ...stated };
  assertWithin('minSeconders', settings.minSeconders, 0, SECONDERS_MAX);
  assertWithin('remindBeforeDays', settings.remindBeforeDays, 0, REMIND_MAX_DAYS);
  assertWithin('maxRounds', settings.maxRounds, ROUNDS_MIN, ROUNDS_MAX);
  assertWithin('resultCategories', new Set(settings.resultCategories).size, 1, CATEGORIES_MAX);
  checkedDueRule(settings.replyDue);
  checkedDueRule(settings.feedbackDue);
  checkedDueRule(settings.rehandleDue);
  checkedDueRule(settings.mergeConsentDue);
  for (const period of ['rehandleDue', 'mergeConsentDue'] as const) {
    if (settings[period].kind === 'date') throw ProposalErrors.settingOutOfRange(period);
  }
  return settings;
}

function assertWithin(setting: keyof ProposalSettings, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) throw ProposalErrors.settingOutOfRange(setting);
}
