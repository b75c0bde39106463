import { civilDateOf } from '../../shared/text/formats.js';
import { endOfDay, startOfDay } from '../../shared/proposal/call-times.js';
import type { NewCall, Preset, Settings } from './call-requests.js';
import { inOrder, usualLadder } from './ladder.js';

export const SECONDERS_MAX = 100;
/** Who was dissatisfied is answered once more at least; the service takes no more rounds than this. */
export const [ROUNDS_MIN, ROUNDS_MAX] = [2, 5];
export const THEMES = { most: 20, characters: 60 };
/** The words of the usual results; an organisation may have its own. */
export const RESULTS = { usual: ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'NOT_POSSIBLE'], most: 12 } as const;
export const PATTERN_MAX = 40;
export const EXCLUSIONS = { most: 20, characters: 200 };
export const CO_PROPOSERS_MAX = 100;
export const REVIEW_STEPS = { most: 3, characters: 40 };
export const COMMITTEE = { min: 1, max: 99 };

type PeriodKind = 'days' | 'working-days' | 'months';
/** A reply may be due before the next session, so many days. */
const BEFORE_SESSION = 'before-session';
/** A period that a call may do without. */
const NO_PERIOD = 'none';
type KindOf<P extends Period> = P extends 'reply'
  ? PeriodKind | typeof BEFORE_SESSION
  : P extends 'contact'
    ? PeriodKind | typeof NO_PERIOD
    : PeriodKind;

/**
 * The periods of a call: for the head of a delegation, for consent to a merge, for asking to have a decision looked at again, from
 * assignment to reply, from reply to rating, from a dissatisfied rating to another reply, to object to an assignment, and to answer that,
 * to speak with the proposer, and for the opinion of an assisting unit.
 */
export type Period = keyof typeof PERIOD_RULES;

/** The rules that the form asks for one by one; those on days are fields of their own. */
export const CHOSEN_RULES = [
  'minSeconders',
  'maxCoProposers',
  'delegationProposalSupport',
  'endorsement',
  'secondersMustBeDelegates',
  'nonDelegateMayPropose',
  'lateHandling',
  'withdrawUntil',
  'reviewOutcomes',
  'reviewSteps',
  'disputedReview',
  'committeeSize',
  'mergedAuthors',
  'beforeReply',
  'leaderSignOff',
  'mergeSilence',
  'docketPattern',
  'suggestionPattern',
  'lateReply',
  'jointReplyTo',
  'resultCategories',
  'resultDemands',
  'ladder',
  'maxRounds',
  'ratingScale',
  'ratingDimensions',
  'ratedBy',
  'silencePolicy',
  'proposerMayObjectToRouting',
  'extensionLimit',
  'clarificationsPerRound',
  'clarificationWorkingDays',
  'publishReplies',
  'awardNominators',
  'statsUnit',
] as const;
/** The rules on days, by the period that the form asks for. */
export const PERIOD_RULES = {
  endorsement: 'endorsementWithin',
  mergeConsent: 'mergeConsentWithin',
  reconsideration: 'reconsiderationWithin',
  reply: 'replyDue',
  feedback: 'feedbackDue',
  rehandle: 'rehandleDue',
  objection: 'objectionWithin',
  reassign: 'reassignWithin',
  contact: 'contactWithin',
  assisting: 'assistingOpinionWithin',
} as const;
const PERIODS = Object.keys(PERIOD_RULES) as Period[];

type ChosenRules = Pick<Settings, (typeof CHOSEN_RULES)[number]>;

/** What the form of a call asks for. */
export type CallFields = ChosenRules & {
  readonly sessionId: string;
  readonly preset?: Preset['id'];
  readonly firstDay: string;
  readonly isAllYear: boolean;
  readonly lastDay?: string;
  readonly themes: readonly string[];
  readonly exclusions: readonly string[];
  readonly targetPerDelegation?: number | null;
} & { readonly [P in Period as `${P}Kind`]: KindOf<P> } & { readonly [P in `${Period}N`]: number };

/** What most institutions do; the last day is for the committee to say. */
export const usualCall = (sessionId: string, today: Date, exclusions: readonly string[] = []): CallFields => ({
  sessionId,
  firstDay: civilDateOf(today),
  isAllYear: false,
  themes: [],
  exclusions,
  minSeconders: 2,
  maxCoProposers: null,
  delegationProposalSupport: { num: 1, den: 2, inclusive: false },
  endorsement: 'none',
  endorsementKind: 'working-days',
  endorsementN: 3,
  secondersMustBeDelegates: true,
  nonDelegateMayPropose: 'as-suggestion',
  lateHandling: 'suggestion',
  withdrawUntil: 'assignment',
  reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
  reviewSteps: [{ name: 'REVIEW' }],
  disputedReview: 'presidium',
  committeeSize: null,
  mergedAuthors: 'joint-proposers',
  mergeConsentKind: 'working-days',
  mergeConsentN: 5,
  mergeSilence: 'ends',
  reconsiderationKind: 'working-days',
  reconsiderationN: 10,
  docketPattern: '{term}-{session}-{number}',
  suggestionPattern: null,
  contactKind: 'working-days',
  contactN: 20,
  assistingKind: 'months',
  assistingN: 1,
  replyKind: 'working-days',
  replyN: 60,
  beforeReply: [],
  leaderSignOff: 'on-reply',
  lateReply: 'accept',
  jointReplyTo: 'each',
  resultCategories: [...RESULTS.usual],
  resultDemands: [{ resultCategory: 'PLANNED', demand: 'promise' }],
  ladder: usualLadder(),
  feedbackKind: 'working-days',
  feedbackN: 15,
  rehandleKind: 'months',
  rehandleN: 1,
  maxRounds: 2,
  ratingScale: 3,
  ratingDimensions: ['attitude', 'result'],
  ratedBy: 'lead',
  silencePolicy: 'exclude',
  objectionKind: 'working-days',
  objectionN: 5,
  reassignKind: 'working-days',
  reassignN: 10,
  proposerMayObjectToRouting: false,
  extensionLimit: { counted: 'in-all', months: 6 },
  clarificationsPerRound: 1,
  clarificationWorkingDays: 10,
  publishReplies: 'yes',
  awardNominators: 'committee',
  statsUnit: 'both',
});

/**
 * The fields that following a preset changes: what it says otherwise than usual, and what the one followed before it had said otherwise
 * goes back to the usual. What nobody's preset speaks of stays as it was typed.
 */
export function followed(preset: Preset | undefined, before: Preset | undefined, usual: Settings): Partial<CallFields> {
  return {
    ...(before ? fieldsOf({ settings: usual, changes: before.changes }) : {}),
    ...(preset ? fieldsOf(preset) : {}),
  };
}

/** The fields that a preset fills in: what it says otherwise than usual, as far as the form asks for it. */
export function fieldsOf({ settings, changes }: Pick<Preset, 'settings' | 'changes'>): Partial<CallFields> {
  const chosen = CHOSEN_RULES.filter((rule) => changes.includes(rule)).map((rule) => [rule, settings[rule]] as const);
  const periods = PERIODS.filter((period) => changes.includes(PERIOD_RULES[period])).flatMap((period) =>
    periodFields(period, settings[PERIOD_RULES[period]]),
  );
  return Object.fromEntries([...chosen, ...periods]) as Partial<CallFields>;
}

/** The fields of one period; none of a fixed day, which no field of the form can hold. */
function periodFields(period: Period, rule: Settings['replyDue'] | null): readonly (readonly [string, string | number])[] {
  if (rule === null) return [[`${period}Kind`, NO_PERIOD]];
  const { kind, n: counted, days: n = counted } = rule;
  return n === undefined
    ? []
    : [
        [`${period}Kind`, kind],
        [`${period}N`, n],
      ];
}

/** The call that the form asks to open: from the first instant of its first day to the end of its last, or all the year. */
export function callOf({
  sessionId,
  firstDay,
  isAllYear,
  lastDay,
  themes,
  exclusions,
  targetPerDelegation,
  ...rules
}: CallFields): NewCall {
  const due = (period: Period) => ({ kind: rules[`${period}Kind`] as PeriodKind, n: rules[`${period}N`] });
  const chosen = Object.fromEntries(CHOSEN_RULES.map((rule) => [rule, rules[rule]])) as unknown as ChosenRules;
  const periods = Object.fromEntries(PERIODS.map((period) => [PERIOD_RULES[period], due(period)])) as Record<
    (typeof PERIOD_RULES)[Period],
    ReturnType<typeof due>
  >;
  const { resultCategories, resultDemands, maxCoProposers, committeeSize, suggestionPattern } = chosen;
  return {
    sessionId,
    ...chosen,
    ...periods,
    // What is left empty is a rule too: there is none.
    maxCoProposers: maxCoProposers ?? null,
    committeeSize: committeeSize ?? null,
    suggestionPattern: suggestionPattern?.trim() || null,
    ...(rules.contactKind === NO_PERIOD ? { contactWithin: null } : {}),
    ...(rules.replyKind === BEFORE_SESSION ? { replyDue: { kind: BEFORE_SESSION, days: rules.replyN } } : {}),
    ladder: inOrder(chosen.ladder),
    // What was demanded of a result that is none any more is demanded of nothing.
    resultDemands: resultDemands.filter(({ resultCategory }) => resultCategories.includes(resultCategory)),
    opensAt: startOfDay(firstDay).toISOString(),
    closesAt: isAllYear || !lastDay ? null : endOfDay(lastDay).toISOString(),
    themes: [...themes],
    exclusions: exclusions.map((line) => line.trim()).filter((line) => line !== ''),
    targetPerDelegation: targetPerDelegation ?? null,
  };
}
