import { useTranslation } from 'react-i18next';
import { useCallText } from '../../shared/proposal/use-call-text.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { useLadderText } from '../../shared/reminders/use-ladder-text.js';
import type { Settings } from './call-requests.js';

/** The rules that a call shows in words, in the order of a proposal's way. */
export const SHOWN_RULES = [
  'minSeconders',
  'maxCoProposers',
  'delegationProposalSupport',
  'endorsement',
  'endorsementWithin',
  'secondersMustBeDelegates',
  'nonDelegateMayPropose',
  'lateHandling',
  'withdrawUntil',
  'reviewSteps',
  'disputedReview',
  'committeeSize',
  'reviewOutcomes',
  'mergeConsentWithin',
  'mergeSilence',
  'mergedAuthors',
  'reconsiderationWithin',
  'docketPattern',
  'suggestionPattern',
  'contactWithin',
  'assistingOpinionWithin',
  'replyDue',
  'beforeReply',
  'leaderSignOff',
  'lateReply',
  'jointReplyTo',
  'resultCategories',
  'resultDemands',
  'ladder',
  'feedbackDue',
  'rehandleDue',
  'maxRounds',
  'ratingScale',
  'ratingDimensions',
  'ratedBy',
  'silencePolicy',
  'objectionWithin',
  'reassignWithin',
  'proposerMayObjectToRouting',
  'extensionLimit',
  'clarificationsPerRound',
  'publishReplies',
  'awardNominators',
  'statsUnit',
] as const;
export type ShownRule = (typeof SHOWN_RULES)[number];
/** What a review may end in as the form asks for it; merging and the presidium stay as they are. */
export const ASKED_OUTCOMES = ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED'] as const;

/** What must be done before a reply goes out, in this order. */
export const BEFORE_REPLY = ['contact', 'assisting-opinion', 'countersign', 'head-sign-off', 'committee-audit'] as const;

type Says = { readonly [R in ShownRule]: (of: Settings) => string };
type HandlingRule =
  | 'contactWithin'
  | 'assistingOpinionWithin'
  | 'jointReplyTo'
  | 'resultCategories'
  | 'resultDemands'
  | 'replyDue'
  | 'beforeReply'
  | 'leaderSignOff'
  | 'lateReply'
  | 'ladder';
type FilingRule =
  | 'minSeconders'
  | 'maxCoProposers'
  | 'delegationProposalSupport'
  | 'endorsement'
  | 'endorsementWithin'
  | 'secondersMustBeDelegates'
  | 'nonDelegateMayPropose'
  | 'lateHandling'
  | 'withdrawUntil';

/** A rule of a call in words: its name, and what it says. */
export function useRuleText(): { readonly name: (rule: ShownRule) => string; readonly says: (rule: ShownRule, of: Settings) => string } {
  const { t } = useTranslation('calls');
  const { t: common } = useTranslation();
  const { dueRule } = useCallText();
  const textOr = useTextOr();
  const says: Says = {
    ...useFilingText(),
    ...useHandlingText(),
    reviewOutcomes: ({ reviewOutcomes }) =>
      ASKED_OUTCOMES.filter((outcome) => reviewOutcomes.includes(outcome))
        .map((outcome) => t(`rules.outcome.${outcome}`))
        .join(common('listSeparator')),
    reviewSteps: ({ reviewSteps }) =>
      reviewSteps.map(({ name }) => textOr(`calls:rules.step.${name}`, name)).join(t('rules.stepSeparator')),
    disputedReview: (of) => t(`rules.disputed.${of.disputedReview}`),
    committeeSize: ({ committeeSize: size }) =>
      size === null ? t('rules.noSize') : t(size.min === size.max ? 'rules.exactSize' : 'rules.size', { min: size.min, max: size.max }),
    mergeConsentWithin: (of) => dueRule(of.mergeConsentWithin, 'proposed'),
    mergeSilence: (of) => t(`rules.mergeSilence.${of.mergeSilence}`),
    mergedAuthors: (of) => t(`rules.mergedAuthors.${of.mergedAuthors}`),
    reconsiderationWithin: (of) => dueRule(of.reconsiderationWithin, 'decided'),
    docketPattern: (of) => of.docketPattern,
    suggestionPattern: (of) => of.suggestionPattern ?? t('rules.noNumbers'),
    feedbackDue: (of) => dueRule(of.feedbackDue, 'replied'),
    rehandleDue: (of) => dueRule(of.rehandleDue, 'rated'),
    maxRounds: (of) => t('rules.rounds', { count: of.maxRounds }),
    ratingScale: (of) => t(`rules.scale.${of.ratingScale}`),
    ratingDimensions: ({ ratingDimensions }) =>
      ratingDimensions.map((dimension) => t(`rules.dimension.${dimension}`)).join(common('listSeparator')),
    ratedBy: (of) => t(`rules.raters.${of.ratedBy}`),
    silencePolicy: (of) => t(`rules.silence.${of.silencePolicy}`),
    objectionWithin: (of) => dueRule(of.objectionWithin, 'assigned'),
    reassignWithin: (of) => dueRule(of.reassignWithin, 'asked'),
    proposerMayObjectToRouting: (of) => t(`rules.routingObjection.${of.proposerMayObjectToRouting ? 'yes' : 'no'}`),
    extensionLimit: ({ extensionLimit: { counted, months } }) => t(`rules.extension.${counted}`, { count: months }),
    clarificationsPerRound: (of) =>
      of.clarificationsPerRound === 0
        ? t('rules.clarification.none')
        : t('rules.clarification.days', { count: of.clarificationWorkingDays }),
    publishReplies: (of) => t(`rules.publish.${of.publishReplies}`),
    awardNominators: (of) => t(`rules.nominators.${of.awardNominators}`),
    statsUnit: (of) => t(`rules.statsUnit.${of.statsUnit}`),
  };
  return { name: (rule) => t(`rules.names.${rule}`), says: (rule, of) => says[rule](of) };
}

/** Who proposes, and with whose support. */
function useFilingText(): Pick<Says, FilingRule> {
  const { t } = useTranslation('calls');
  const { dueRule } = useCallText();
  return {
    minSeconders: ({ minSeconders }) => t('rules.people', { count: minSeconders }),
    maxCoProposers: ({ maxCoProposers: most }) => (most === null ? t('rules.noLimit') : t('rules.coProposers', { count: most })),
    delegationProposalSupport: ({ delegationProposalSupport: share }) =>
      share === null
        ? t('rules.share.none')
        : t(share.inclusive ? 'rules.share.atLeast' : 'rules.share.moreThan', { num: share.num, den: share.den }),
    endorsement: (of) => t(`rules.endorsement.${of.endorsement}`),
    endorsementWithin: (of) => dueRule(of.endorsementWithin, 'handedIn'),
    secondersMustBeDelegates: (of) => t(of.secondersMustBeDelegates ? 'rules.delegatesOnly' : 'rules.anybody'),
    nonDelegateMayPropose: (of) => t(`rules.guest.${of.nonDelegateMayPropose}`),
    lateHandling: (of) => t(`late.${of.lateHandling}`),
    withdrawUntil: (of) => t(`rules.withdraw.${of.withdrawUntil}`),
  };
}

/** What a unit owes, and what its reply brings. */
function useHandlingText(): Pick<Says, HandlingRule> {
  const { t } = useTranslation('calls');
  const { t: common } = useTranslation();
  const { dueRule } = useCallText();
  const textOr = useTextOr();
  const resultText = (result: string) => textOr(`proposals:reply.category.${result}`, result);
  const listed = (parts: readonly string[]) => parts.join(common('listSeparator'));
  const ladder = useLadderText();
  return {
    contactWithin: (of) => (of.contactWithin === null ? t('rules.noPeriod') : dueRule(of.contactWithin, 'assigned')),
    assistingOpinionWithin: (of) => dueRule(of.assistingOpinionWithin, 'asked'),
    jointReplyTo: (of) => t(`rules.jointReply.${of.jointReplyTo}`),
    resultCategories: (of) => listed(of.resultCategories.map(resultText)),
    resultDemands: ({ resultDemands }) =>
      resultDemands.length === 0
        ? t('rules.demand.none')
        : listed(
            resultDemands.map(({ resultCategory, demand }) =>
              t('rules.demand.of', { result: resultText(resultCategory), demand: t(`rules.demand.${demand}`) }),
            ),
          ),
    replyDue: (of) => dueRule(of.replyDue, 'assigned'),
    beforeReply: ({ beforeReply }) =>
      beforeReply.length === 0
        ? t('rules.nothingBefore')
        : BEFORE_REPLY.filter((step) => beforeReply.includes(step))
            .map((step) => t(`rules.before.${step}`))
            .join(common('listSeparator')),
    leaderSignOff: (of) => t(`rules.leader.${of.leaderSignOff}`),
    lateReply: (of) => t(`rules.lateReply.${of.lateReply}`),
    ladder: (of) => ladder.says(of.ladder),
  };
}
