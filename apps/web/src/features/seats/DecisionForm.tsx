import { Button, Form, Input, InputNumber, Popconfirm, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView, SeatsView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { Section } from '../../shared/page/Section.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { type Deciding, decideVacancy } from './seats-requests.js';
import { CandidateField, type StandingCandidate } from './CandidateField.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const TEXT_MAX = 2_000;

interface Fields {
  readonly what: Deciding['what'];
  readonly seats: number;
  readonly text: string;
  readonly candidates?: readonly StandingCandidate[];
}

interface DecisionFormProps {
  readonly ballot: Pick<BallotView, 'id' | 'version'>;
  readonly result: ResultView;
  readonly seats: SeatsView;
}

/** Records what was decided about seats that the count left open, among what the adopted rules allow, in the words of the minutes. */
export function DecisionForm({ ballot, result, seats }: DecisionFormProps) {
  const { t } = useTranslation('seats');
  const { required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const what = Form.useWatch('what', form);
  const kept = useKeptText({ form: 'vacancy', about: ballot.id });
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const decide = useVersionedAction(
    outdated,
    (version, { candidates = [], ...fields }: Fields) =>
      decideVacancy(ballot.id, {
        ...fields,
        version,
        ...(fields.what === 'supplementary' ? { candidates: [...candidates] } : {}),
      }),
    {
      done: t('decide.done'),
      onDone: () => kept.forget(),
    },
  );
  return (
    <Section title={t('decide.title', { count: seats.open })}>
      <p className="quiet">{t('decide.intro')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ what: seats.decidable[0], seats: seats.open }}
        onFinish={(fields) => decide.mutate(fields)}
      >
        <Form.Item name="what" label={t('decide.what')} extra={what && t(`decide.hint.${what}`)}>
          <Radio.Group
            className="seats-choices"
            options={seats.decidable.map((value) => ({ value, label: t(`decide.option.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="seats" label={t('decide.seats')} rules={[required(t('decide.seats'))]}>
          <InputNumber min={1} max={seats.open} precision={0} />
        </Form.Item>
        {what === 'supplementary' && (
          <Form.Item name="candidates" label={t('decide.candidates')} rules={[required(t('decide.candidates'))]}>
            <CandidateField label={t('decide.candidates')} result={result} />
          </Form.Item>
        )}
        <Form.Item name="text" label={t('decide.text')} rules={[{ ...required(t('decide.text')), whitespace: true }, atMost(TEXT_MAX)]}>
          <Input.TextArea rows={3} count={counted(TEXT_MAX)} />
        </Form.Item>
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Popconfirm title={t('decide.confirm')} onConfirm={() => form.submit()}>
          <Button type="primary" loading={decide.isPending}>
            {t('decide.action')}
          </Button>
        </Popconfirm>
      </Form>
    </Section>
  );
}
