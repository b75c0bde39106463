import { Alert, Button, Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { CALL_CHANGES, type NewCall, openCall } from './call-requests.js';
import { type CallFields, callOf, CHOSEN_RULES, PERIOD_RULES, THEMES, usualCall } from './call-fields.js';
import { ExclusionsField } from './ExclusionsField.js';
import { TARGET_MAX } from './participation/participation-requests.js';
import { PresetField } from './PresetField.js';
import { CommitteeRules, HandlingRules } from './CommitteeRules.js';
import { DecisionRules, DelegationRules, ResultRules } from './MoreRules.js';
import { FeedbackRules, FilingRules, ReplyRules, ReviewRules } from './RuleFields.js';
import { RequestRules } from './RequestRules.js';
import { WindowFields } from './WindowFields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const OUT_OF_RANGE = 'proposals.setting-out-of-range';
/** A rule is refused as out of range, or as malformed by its name. */
const refusalsOf = (rule: string, field: string) => [`${OUT_OF_RANGE}:${rule}`, rule].map((refusal) => [refusal, field] as const);
const REFUSAL_FIELDS = {
  ...Object.fromEntries(CHOSEN_RULES.flatMap((rule) => refusalsOf(rule, rule))),
  ...Object.fromEntries(Object.entries(PERIOD_RULES).flatMap(([period, rule]) => refusalsOf(rule, `${period}N`))),
  [`${OUT_OF_RANGE}:themes`]: 'themes',
  [`${OUT_OF_RANGE}:exclusions`]: 'exclusions',
  'proposals.window-reversed': 'lastDay',
  opensAt: 'firstDay',
  closesAt: 'lastDay',
};

/** What is usually no matter for a proposal (P5), in words of the message files until the committee changes them. */
const USUALLY_EXCLUDED = ['secret', 'scholarly', 'dispute', 'accusation', 'individual', 'vague'] as const;

interface CallFormProps {
  readonly sessions: readonly SessionView[];
  readonly onOpened: () => void;
}

/** A new call: for which session, from which day to which, under which rules. The rules cannot be changed afterwards, the end can. */
export function CallForm({ sessions, onOpened }: CallFormProps) {
  const { t } = useTranslation('calls');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<CallFields>();
  const kept = useKeptText({ form: 'call', about: 'new' });
  const open = useAction((call: NewCall) => openCall(call), {
    done: t('open.done'),
    changes: CALL_CHANGES,
    onDone: () => {
      kept.forget();
      onOpened();
    },
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  if (sessions.length === 0) return <Alert className="section" type="warning" showIcon title={t('open.noSession')} />;
  const initial = usualCall(
    sessions[0]?.id ?? '',
    new Date(),
    USUALLY_EXCLUDED.map((matter) => t(`open.exclusionDefaults.${matter}`)),
  );
  return (
    <Section title={t('open.title')}>
      <p className="quiet">{t('open.intro')}</p>
      <Form<CallFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initial}
        onFinish={(fields) => open.mutate(callOf({ ...initial, ...fields }))}
      >
        <Form.Item name="sessionId" label={t('open.session')} rules={[required(t('open.session'))]}>
          <Select options={sessions.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <PresetField />
        <Part title={t('open.parts.window')}>
          <WindowFields />
        </Part>
        <Part title={t('open.parts.contents')}>
          <Form.Item name="themes" label={t('open.themes')} extra={t('open.themesHint')}>
            <Select mode="tags" open={false} suffixIcon={null} maxCount={THEMES.most} tokenSeparators={['，', ',', '、', ';', '；']} />
          </Form.Item>
          <ExclusionsField />
          <Form.Item name="targetPerDelegation" label={t('open.target')} extra={t('open.targetHint')}>
            <InputNumber min={0} max={TARGET_MAX} precision={0} />
          </Form.Item>
        </Part>
        <Part title={t('open.parts.filing')}>
          <FilingRules />
          <DelegationRules />
        </Part>
        <Part title={t('open.parts.review')}>
          <CommitteeRules />
          <ReviewRules />
          <DecisionRules />
        </Part>
        <Part title={t('open.parts.reply')}>
          <HandlingRules />
          <ReplyRules />
          <ResultRules />
        </Part>
        <Part title={t('open.parts.requests')}>
          <RequestRules />
        </Part>
        <Part title={t('open.parts.feedback')}>
          <FeedbackRules />
        </Part>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {t('open.action')}
        </Button>
      </Form>
    </Section>
  );
}

/** One part of the form with its heading. All parts stand below each other: nothing typed is hidden behind a step. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="call-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
