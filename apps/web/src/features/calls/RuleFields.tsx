import { Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { CO_PROPOSERS_MAX, ROUNDS_MAX, ROUNDS_MIN, SECONDERS_MAX } from './call-fields.js';
import { ChoiceField } from './ChoiceField.js';
import { LadderField } from './LadderField.js';
import { PeriodField } from './PeriodField.js';
import { ASKED_OUTCOMES, BEFORE_REPLY, useRuleText } from './use-rule-text.js';

const DIMENSIONS = ['attitude', 'result'] as const;

/** Who proposes, with whose support, and what becomes of what comes late. */
export function FilingRules() {
  const { t } = useTranslation('calls');
  const { required } = useRequiredRules();
  return (
    <>
      <Form.Item name="minSeconders" label={t('open.minSeconders')} rules={[required(t('open.minSeconders'))]}>
        <InputNumber min={0} max={SECONDERS_MAX} precision={0} />
      </Form.Item>
      <Form.Item name="maxCoProposers" label={t('open.maxCoProposers')} extra={t('open.maxCoProposersHint', { max: CO_PROPOSERS_MAX })}>
        <InputNumber min={0} max={CO_PROPOSERS_MAX} precision={0} />
      </Form.Item>
      <ChoiceField
        rule="secondersMustBeDelegates"
        options={[
          { value: true, label: t('rules.delegatesOnly') },
          { value: false, label: t('rules.anybody') },
        ]}
      />
      <ChoiceField
        rule="nonDelegateMayPropose"
        options={(['no', 'as-suggestion', 'yes'] as const).map((value) => ({ value, label: t(`rules.guest.${value}`) }))}
      />
      <ChoiceField
        rule="lateHandling"
        options={(['suggestion', 'refuse'] as const).map((value) => ({ value, label: t(`late.${value}`) }))}
      />
      <ChoiceField
        rule="withdrawUntil"
        options={(['assignment', 'reply'] as const).map((value) => ({ value, label: t(`rules.withdraw.${value}`) }))}
      />
    </>
  );
}

/** What a review may end in. */
export function ReviewRules() {
  const { t } = useTranslation('calls');
  const { name } = useRuleText();
  return (
    <Form.Item
      name="reviewOutcomes"
      label={name('reviewOutcomes')}
      extra={t('open.outcomesHint')}
      rules={[{ validator: (_, outcomes: readonly string[]) => endsInSomething(outcomes, t('open.outcomesNone')) }]}
      getValueProps={(outcomes: readonly string[]) => ({ value: outcomes.filter((one) => isAsked(one)) })}
      getValueFromEvent={(asked: string[]) => [...asked, 'MERGED', 'PRESIDIUM']}
    >
      <Checkbox.Group options={ASKED_OUTCOMES.map((value) => ({ value, label: t(`rules.outcome.${value}`) }))} />
    </Form.Item>
  );
}

/** By when a unit replies, and what becomes of a late reply. */
export function ReplyRules() {
  const { t } = useTranslation('calls');
  const { name } = useRuleText();
  return (
    <>
      <PeriodField of="reply" label={t('open.replyDue')} />
      <Form.Item name="beforeReply" label={name('beforeReply')} extra={t('open.beforeReplyHint')}>
        <Checkbox.Group options={BEFORE_REPLY.map((value) => ({ value, label: t(`rules.before.${value}`) }))} />
      </Form.Item>
      <ChoiceField
        rule="leaderSignOff"
        options={(['none', 'before-assignment', 'on-reply', 'both'] as const).map((value) => ({
          value,
          label: t(`rules.leader.${value}`),
        }))}
      />
      <ChoiceField
        rule="lateReply"
        options={(['accept', 'refuse'] as const).map((value) => ({ value, label: t(`rules.lateReply.${value}`) }))}
      />
      <LadderField />
    </>
  );
}

/** By when a reply is rated, and what a rating brings about. */
export function FeedbackRules() {
  const { t } = useTranslation('calls');
  const { name } = useRuleText();
  const { required } = useRequiredRules();
  return (
    <>
      <ChoiceField rule="ratingScale" options={([3, 4] as const).map((value) => ({ value, label: t(`rules.scale.${value}`) }))} />
      <Form.Item
        name="ratingDimensions"
        label={name('ratingDimensions')}
        rules={[{ validator: (_, dimensions: readonly string[]) => ratesSomething(dimensions, t('open.dimensionsNone')) }]}
      >
        <Checkbox.Group options={DIMENSIONS.map((value) => ({ value, label: t(`rules.dimension.${value}`) }))} />
      </Form.Item>
      <ChoiceField
        rule="ratedBy"
        options={(['lead', 'lead-and-joint', 'each'] as const).map((value) => ({ value, label: t(`rules.raters.${value}`) }))}
      />
      <PeriodField of="feedback" label={t('open.feedbackDue')} />
      <ChoiceField
        rule="silencePolicy"
        options={(['exclude', 'explain', 'deemed-satisfied'] as const).map((value) => ({ value, label: t(`rules.silence.${value}`) }))}
      />
      <p className="quiet small">{t('open.rehandleHint')}</p>
      <PeriodField of="rehandle" label={t('open.rehandleDue')} />
      <Form.Item name="maxRounds" label={t('open.maxRounds')} extra={t('open.maxRoundsHint')} rules={[required(t('open.maxRounds'))]}>
        <InputNumber min={ROUNDS_MIN} max={ROUNDS_MAX} precision={0} />
      </Form.Item>
      <ChoiceField
        rule="publishReplies"
        options={(['yes', 'on-consent'] as const).map((value) => ({ value, label: t(`rules.publish.${value}`) }))}
      />
      <ChoiceField
        rule="awardNominators"
        options={(['committee', 'committee-and-heads'] as const).map((value) => ({ value, label: t(`rules.nominators.${value}`) }))}
      />
      <ChoiceField
        rule="statsUnit"
        extra={t('open.statsUnitHint')}
        options={(['both', 'persons', 'person-times'] as const).map((value) => ({ value, label: t(`rules.statsUnit.${value}`) }))}
      />
    </>
  );
}

const isAsked = (outcome: string): boolean => (ASKED_OUTCOMES as readonly string[]).includes(outcome);

/** Not by a rule of its own: boxes take no aria-required. */
const ratesSomething = (dimensions: readonly string[], refusal: string): Promise<void> =>
  dimensions.length > 0 ? Promise.resolve() : Promise.reject(new Error(refusal));

/** A committee that can neither file nor pass on has nothing to review for. */
const endsInSomething = (outcomes: readonly string[], refusal: string): Promise<void> =>
  outcomes.includes('FILED') || outcomes.includes('SUGGESTION') ? Promise.resolve() : Promise.reject(new Error(refusal));
