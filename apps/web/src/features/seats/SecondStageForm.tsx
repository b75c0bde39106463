import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotRow, BallotView, ResultView, SeatsView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { IdentityField } from './IdentityField.js';
import { prepareSecondStage, presetList } from './seats-requests.js';
import { stageOf, type SecondStageFields } from './second-stage.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const CHANNELS: readonly BallotRow['channel'][] = ['sealed', 'paper', 'mixed', 'hands'];
const ELECTORATES = ['elected', 'delegates'] as const;
const TITLE_MAX = 200;

interface SecondStageFormProps {
  readonly ballot: BallotView;
  readonly result: ResultView;
  readonly seats: SeatsView;
}

/**
 * The election of officers from among the elected: a vote of its own, whose draft is led at its own desk. Asked for only when somebody
 * opens it.
 */
export function SecondStageForm(props: SecondStageFormProps) {
  const { t } = useTranslation('seats');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('stage.title')}>
      <p className="quiet">{t('stage.intro')}</p>
      {isOpen ? <Fields {...props} /> : <Button onClick={() => setOpen(true)}>{t('stage.begin')}</Button>}
    </Section>
  );
}

function Fields({ ballot, result, seats }: SecondStageFormProps) {
  const { t } = useTranslation('seats');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const { t: words } = useTranslation('ballots');
  const { t: organising } = useTranslation('organising');
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const kept = useKeptText({ form: 'second-stage', about: ballot.id });
  const presets = useQuery({ queryKey: ['presets'], queryFn: presetList, staleTime: Infinity });
  const prepare = useAction(
    (fields: SecondStageFields) => {
      const stage = stageOf(fields);
      return prepareSecondStage(ballot.id, stage, keyOf(stage));
    },
    {
      done: t('stage.done'),
      changes: BALLOT_CHANGES,
      onDone: ({ id }) => {
        kept.forget();
        void navigate(`/ballots/${id}/desk`);
      },
    },
  );
  const labelOf = labelsIn(result);
  const nameless = seats.elected.filter(
    ({ id }) => !result.candidates?.some((candidate) => candidate.id === id && candidate.memberId !== null),
  );
  const elections = (presets.data?.items ?? []).filter(({ kind }) => kind === 'election');
  return (
    <Form<SecondStageFields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ channel: ballot.channel, electorate: 'elected', seats: 1, identities: {} }}
      onFinish={(fields) => prepare.mutate({ ...fields, identities: fields.identities ?? {} })}
    >
      <Form.Item name="title" label={organising('new.name')} rules={[written(organising('new.name')), atMost(TITLE_MAX)]}>
        <Input count={counted(TITLE_MAX)} />
      </Form.Item>
      <Form.Item name="electorate" label={t('stage.electorate')}>
        <Radio.Group options={ELECTORATES.map((value) => ({ value, label: t(`stage.by.${value}`) }))} />
      </Form.Item>
      <Form.Item name="channel" label={organising('new.channel')}>
        <Radio.Group
          optionType="button"
          aria-label={organising('new.channel')}
          options={CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="preset" label={organising('new.preset')} rules={[required(organising('new.preset'))]}>
        <Select
          loading={presets.isFetching}
          options={elections.map(({ id, mark }) => ({
            value: id,
            label: organising('preset.named', { name: organising(`preset.${id}`), mark: organising(`preset.mark.${mark}`) }),
          }))}
        />
      </Form.Item>
      <Form.Item name="seats" label={words('rules.seats')} rules={[required(words('rules.seats'))]}>
        <InputNumber min={1} precision={0} />
      </Form.Item>
      {nameless.map(({ id }) => (
        <Form.Item key={id} name={['identities', id]} label={t('stage.identity', { name: labelOf(id) })} extra={t('stage.identityHint')}>
          <IdentityField label={t('stage.identity', { name: labelOf(id) })} />
        </Form.Item>
      ))}
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={prepare.isPending}>
        {t('stage.action')}
      </Button>
    </Form>
  );
}
