import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotRow, SessionView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { hasSealed } from '../../shared/channels.js';
import { useSessions } from '../../shared/members.js';
import { Page } from '../../shared/Page.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { useAction } from '../../shared/use-action.js';
import { useRetryKey } from '../../shared/use-retry-key.js';
import { draftBallot, type Preset, presetList } from './ballot-acts.js';
import { CandidatesField } from './CandidatesField.js';
import { draftOf, type Entry, linesOf, type Threshold } from './drafting.js';
import { Floors } from './Floors.js';
import { ThresholdField } from './ThresholdField.js';
import './desk.css';

const KINDS: readonly BallotRow['kind'][] = ['resolution', 'election', 'appraisal', 'poll'];
const CHANNELS: readonly BallotRow['channel'][] = ['sealed', 'paper', 'mixed', 'hands'];
const TITLE_MAX = 200;
const SEATS_MAX = 300;
const SHARES_MAX = 60;

interface Fields {
  readonly sessionId: string;
  readonly kind: BallotRow['kind'];
  readonly preset?: Preset['id'];
  readonly channel: BallotRow['channel'];
  readonly title: string;
  readonly lines?: string;
  readonly candidates?: readonly Entry[];
  readonly grades?: string;
  readonly seats?: number;
  readonly threshold?: Threshold;
  readonly surplus?: number | null;
  readonly revote?: boolean;
  readonly threeWay?: boolean;
  readonly sharesNeeded?: number | null;
}

/** A new ballot from a preset: what the rules of this meeting (选举办法) have otherwise is changed here, and the plenary adopts it. */
export function NewBallotPage() {
  const { t } = useTranslation('desk');
  const sessions = useSessions();
  const presets = useQuery({ queryKey: ['presets'], queryFn: presetList, staleTime: Infinity });
  return (
    <Page title={t('new.title')} intro={t('new.intro')} back="/ballots">
      <QueryView query={sessions} lines={8}>
        {(all) => <QueryView query={presets}>{({ items }) => <Drafting sessions={all.filter(({ state }) => state !== 'CLOSED')} presets={items} />}</QueryView>}
      </QueryView>
    </Page>
  );
}

interface DraftingProps {
  readonly sessions: readonly SessionView[];
  readonly presets: readonly Preset[];
}

function Drafting({ sessions, presets }: DraftingProps) {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('ballots');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const { kind = 'resolution', preset: presetId, channel = 'sealed' } = (Form.useWatch([], form) ?? {}) as Partial<Fields>;
  const [preset, setPreset] = useState<Preset | null>(null);
  const fit = presets.filter((each) => each.kind === kind);
  const decides = kind === 'resolution' || kind === 'election';
  const draft = useAction((fields: Fields) => draftBallot(wishOf(fields, preset), keyOf(fields)), {
    done: t('new.done'),
    changes: BALLOT_CHANGES,
    onDone: ({ id }) => void navigate(`/ballots/${id}/desk`, { replace: true }),
  });
  const required = (label: string) => [{ required: true, message: common('fillIn', { field: label }) }];
  const choosePreset = (id: Preset['id'] | undefined) => {
    const chosen = presets.find((each) => each.id === id) ?? null;
    setPreset(chosen);
    const stated = chosen?.rules[chosen.kind === 'election' ? 'elect' : 'pass'] as Threshold | null | undefined;
    form.setFieldsValue({ ...(stated ? { threshold: stated } : {}) });
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ sessionId: sessions.find(({ state }) => state === 'OPEN')?.id ?? sessions[0]?.id, kind: 'resolution', channel: 'sealed', grades: t('new.gradesUsual') }}
      onFinish={(fields) => draft.mutate(fields)}
    >
      <Section title={t('new.what')}>
        <Form.Item name="sessionId" label={t('new.session')} rules={required(t('new.session'))}>
          <Select options={sessions.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('new.kind')}>
          <Radio.Group
            optionType="button"
            aria-label={t('new.kind')}
            options={KINDS.map((each) => ({ value: each, label: words(`kind.${each}`) }))}
            onChange={() => {
              form.resetFields(['preset', 'threshold']);
              setPreset(null);
            }}
          />
        </Form.Item>
        <Form.Item name="title" label={t('new.name')} rules={[{ required: true, whitespace: true, message: common('fillIn', { field: t('new.name') }) }]}>
          <Input maxLength={TITLE_MAX} />
        </Form.Item>
        {kind === 'election' ? (
          <Form.Item name="candidates" label={t('new.candidates')} rules={required(t('new.candidates'))}>
            <CandidatesField label={t('new.candidates')} />
          </Form.Item>
        ) : (
          <Form.Item name="lines" label={t(`new.lines.${kind}`)} extra={t('new.onePerLine')} rules={[{ required: true, whitespace: true, message: common('fillIn', { field: t(`new.lines.${kind}`) }) }]}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
        {kind === 'appraisal' && (
          <Form.Item name="grades" label={t('new.grades')} extra={t('new.gradesHint')} rules={required(t('new.grades'))}>
            <Input />
          </Form.Item>
        )}
      </Section>
      <Section title={t('new.how')}>
        <Form.Item name="channel" label={t('new.channel')}>
          <Radio.Group optionType="button" aria-label={t('new.channel')} options={CHANNELS.map((each) => ({ value: each, label: words(`channel.${each}`) }))} />
        </Form.Item>
        {decides && (
          <Form.Item name="preset" label={t('new.preset')} rules={required(t('new.preset'))}>
            <Select
              options={fit.map(({ id, mark }) => ({ value: id, label: t('preset.named', { name: t(`preset.${id}`), mark: t(`preset.mark.${mark}`) }) }))}
              onChange={(id: Preset['id']) => choosePreset(id)}
            />
          </Form.Item>
        )}
        {preset && presetId && <Floors asks={preset.asks} title={t('preset.asks', { name: t(`preset.${preset.id}`) })} />}
        {kind === 'election' && (
          <Form.Item name="seats" label={words('rules.seats')} rules={required(words('rules.seats'))}>
            <InputNumber min={1} max={SEATS_MAX} precision={0} />
          </Form.Item>
        )}
        {preset && (
          <Form.Item name="threshold" label={words(kind === 'election' ? 'rules.elect' : 'rules.pass')}>
            <ThresholdField label={words(kind === 'election' ? 'rules.elect' : 'rules.pass')} />
          </Form.Item>
        )}
        {kind === 'election' && (
          <Form.Item name="surplus" label={t('new.surplus')} extra={t('new.surplusHint')}>
            <InputNumber min={0} max={SEATS_MAX} precision={0} />
          </Form.Item>
        )}
        {hasSealed(channel) && <SealedFields kind={kind} />}
      </Section>
      {sessions.length === 0 && <Alert className="section" type="warning" showIcon title={t('new.noSession')} />}
      <Button type="primary" size="large" htmlType="submit" loading={draft.isPending} disabled={sessions.length === 0}>
        {t('new.action')}
      </Button>
    </Form>
  );
}

/** What is asked only where papers are sealed. */
function SealedFields({ kind }: Pick<Fields, 'kind'>) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Form.Item name="sharesNeeded" label={t('new.sharesNeeded')} extra={t('new.sharesHint')}>
        <InputNumber min={2} max={SHARES_MAX} precision={0} />
      </Form.Item>
      {kind === 'election' && (
        <Form.Item name="threeWay" label={t('new.threeWay')} valuePropName="checked" extra={t('new.threeWayHint')}>
          <Switch />
        </Form.Item>
      )}
      <Form.Item name="revote" label={t('new.revote')} valuePropName="checked" extra={t('new.revoteHint')}>
        <Switch />
      </Form.Item>
    </>
  );
}

function wishOf(fields: Fields, preset: Preset | null) {
  const { sessionId, kind, channel, title, lines = '', candidates = [], grades = '' } = fields;
  const entries = kind === 'election' ? candidates : linesOf(lines).map((label) => ({ label, memberId: null }));
  return draftOf(
    {
      sessionId, kind, channel, title, entries, preset: preset?.id ?? null,
      grades: grades.split(/[\s,，、]+/u).filter((grade) => grade !== ''),
      seats: fields.seats ?? null,
      threshold: fields.threshold ?? null,
      surplus: fields.surplus ?? null,
      revote: fields.revote ?? false,
      sharesNeeded: fields.sharesNeeded ?? null,
      threeWay: fields.threeWay ?? false,
    },
    preset,
  );
}
