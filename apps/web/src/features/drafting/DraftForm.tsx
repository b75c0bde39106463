import { Button, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotRow, SessionView } from '../../api/shapes.js';
import { LegalMinimums } from '../../shared/ballot/LegalMinimums.js';
import type { KeptText } from '../../shared/kept-text/kept-text.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { Section } from '../../shared/page/Section.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { CandidatesField } from './CandidatesField.js';
import type { Preset } from './draft/drafting-requests.js';
import { ElectorateField } from './ElectorateField.js';
import { type Fields, fieldsOfRules } from './draft/fields.js';
import { NominationFields } from './NominationFields.js';
import { ProcedureFields } from './ProcedureFields.js';
import { ProposalsField } from './ProposalsField.js';
import { UnitsField } from './UnitsField.js';
import { ThresholdField } from './ThresholdField.js';
import './drafting.css';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const KINDS: readonly BallotRow['kind'][] = ['resolution', 'election', 'appraisal', 'poll'];
const CHANNELS: readonly BallotRow['channel'][] = ['sealed', 'paper', 'mixed', 'hands'];
const TITLE_MAX = 200;
const SEATS_MAX = 300;

/** Who holds a congress here is a school most often: its rules stand first, the others as they were. */
const schoolsFirst = (presets: readonly Preset[]): readonly Preset[] => [
  ...presets.filter(({ id }) => id.startsWith('school')),
  ...presets.filter(({ id }) => !id.startsWith('school')),
];

interface DraftFormProps {
  readonly form: FormInstance<Fields>;
  readonly initial: Partial<Fields>;
  readonly presets: readonly Preset[];
  /** Where a new ballot may belong; null where it is drafted already, and its session, kind, channel and preset stay. */
  readonly sessions: readonly SessionView[] | null;
  readonly action: string;
  readonly isBusy: boolean;
  readonly kept: KeptText;
  readonly onFinish: (fields: Fields, preset: Preset | null) => void;
}

/** What is voted on and how: one form for a new ballot and for one that is still a draft. */
export function DraftForm({ form, initial, presets, sessions, action, isBusy, kept, onFinish }: DraftFormProps) {
  const { t } = useTranslation('organising');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const { t: words } = useTranslation('ballots');
  const { t: drafting } = useTranslation('drafting');
  const {
    kind = 'resolution',
    channel = 'sealed',
    foundBy,
    preset: presetId,
    proposals = [],
    units = [],
    electorate,
  } = { ...initial, ...(Form.useWatch([], form) as Partial<Fields> | undefined) };
  const preset = presets.find(({ id }) => id === presetId) ?? null;
  const isNew = sessions !== null;
  const isOfHeads = kind === 'resolution' && electorate === 'heads';
  const decides = kind === 'resolution' || kind === 'election';
  const choosePreset = (id: Preset['id']) => {
    const chosen = presets.find((each) => each.id === id) ?? null;
    if (!chosen) return;
    // Who has named candidates already goes on naming them, whatever the preset would have.
    const hasNamed = ((form.getFieldValue('candidates') as Fields['candidates'] | undefined) ?? []).length > 0;
    form.setFieldsValue({ ...fieldsOfRules(chosen.kind, chosen.rules), ...(hasNamed ? { foundBy: 'listed' } : {}) });
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={initial}
      onFinish={(fields) => onFinish({ ...initial, ...fields }, preset)}
    >
      <Section title={t('new.what')}>
        {isNew && (
          <>
            <Form.Item name="sessionId" label={t('new.session')} rules={[required(t('new.session'))]}>
              <Select options={sessions.map(({ id, title }) => ({ value: id, label: title }))} />
            </Form.Item>
            <Form.Item name="kind" label={t('new.kind')}>
              <Radio.Group
                optionType="button"
                aria-label={t('new.kind')}
                options={KINDS.map((each) => ({ value: each, label: words(`kind.${each}`) }))}
                onChange={() => form.resetFields(['preset', 'threshold', 'electorate'])}
              />
            </Form.Item>
          </>
        )}
        {isNew && <ElectorateField kind={kind} />}
        <Form.Item name="title" label={t('new.name')} rules={[written(t('new.name')), atMost(TITLE_MAX)]}>
          <Input count={counted(TITLE_MAX)} />
        </Form.Item>
        {kind === 'election' && <NominationFields isNominated={foundBy === 'nominated'} />}
        {kind === 'election' && foundBy !== 'nominated' && (
          <Form.Item name="candidates" label={t('new.candidates')} rules={[required(t('new.candidates'))]}>
            <CandidatesField label={t('new.candidates')} />
          </Form.Item>
        )}
        {kind !== 'election' && !isOfHeads && (
          <Form.Item
            name="lines"
            label={t(`new.lines.${kind}`)}
            extra={t('new.onePerLine')}
            rules={kind === 'resolution' && proposals.length + units.length > 0 ? [] : [written(t(`new.lines.${kind}`))]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
        {kind === 'resolution' && (
          <Form.Item
            name="proposals"
            label={drafting('proposals.label')}
            extra={drafting(isOfHeads ? 'proposals.hintOfHeads' : 'proposals.hint')}
            rules={isOfHeads && units.length === 0 ? [required(drafting('proposals.label'))] : []}
          >
            <ProposalsField label={drafting('proposals.label')} />
          </Form.Item>
        )}
        {kind === 'resolution' && (
          <Form.Item name="units" label={drafting('units.label')} extra={drafting('units.hint')}>
            <UnitsField />
          </Form.Item>
        )}
        {kind === 'appraisal' && (
          <Form.Item name="grades" label={t('new.grades')} extra={t('new.gradesHint')} rules={[required(t('new.grades'))]}>
            <Input />
          </Form.Item>
        )}
      </Section>
      <Section title={t('new.how')}>
        {isNew && (
          <Form.Item name="channel" label={t('new.channel')}>
            <Radio.Group
              optionType="button"
              aria-label={t('new.channel')}
              options={CHANNELS.map((each) => ({ value: each, label: words(`channel.${each}`) }))}
            />
          </Form.Item>
        )}
        {isNew && decides && (
          <Form.Item name="preset" label={t('new.preset')} rules={[required(t('new.preset'))]}>
            <Select
              options={schoolsFirst(presets.filter((each) => each.kind === kind)).map(({ id, mark }) => ({
                value: id,
                label: t('preset.named', { name: t(`preset.${id}`), mark: t(`preset.mark.${mark}`) }),
              }))}
              onChange={choosePreset}
            />
          </Form.Item>
        )}
        {preset && <LegalMinimums asks={preset.asks} title={t('preset.asks', { name: t(`preset.${preset.id}`) })} />}
        {kind === 'election' && (
          <Form.Item name="seats" label={words('rules.seats')} rules={[required(words('rules.seats'))]}>
            <InputNumber min={1} max={SEATS_MAX} precision={0} />
          </Form.Item>
        )}
        {decides && (preset !== null || !isNew) && (
          <Form.Item name="threshold" label={words(kind === 'election' ? 'rules.elect' : 'rules.pass')}>
            <ThresholdField label={words(kind === 'election' ? 'rules.elect' : 'rules.pass')} />
          </Form.Item>
        )}
        {kind === 'election' && (
          <Form.Item name="surplus" label={t('new.surplus')} extra={t('new.surplusHint')}>
            <InputNumber min={0} max={SEATS_MAX} precision={0} />
          </Form.Item>
        )}
        <ProcedureFields kind={kind} channel={channel} />
      </Section>
      <KeptNote kept={kept} />
      <Button type="primary" size="large" htmlType="submit" loading={isBusy} disabled={sessions?.length === 0}>
        {action}
      </Button>
    </Form>
  );
}
