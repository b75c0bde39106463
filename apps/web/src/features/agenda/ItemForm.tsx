import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { asWanted, type ItemKind, type ItemRequest, type ItemView, type StandingReport, type VoteForm } from './agenda-requests.js';

const TITLE_MAX = 200;
const SPEAKER_MAX = 100;
const MINUTES_MAX = 480;
const KINDS: readonly ItemKind[] = ['REPORT', 'DELIBERATE', 'DECIDE', 'ELECT', 'APPRAISE'];
const REPORTS: readonly StandingReport[] = ['WORK', 'FINANCE', 'UNION', 'PROPOSALS'];
/** How each kind may be voted on, as the service has it. */
const VOTES: Readonly<Record<ItemKind, readonly VoteForm[]>> = {
  REPORT: [],
  DELIBERATE: [],
  DECIDE: ['HANDS', 'SECRET'],
  ELECT: ['SECRET'],
  APPRAISE: ['SECRET'],
};
const CAN_BE_REPORT: readonly ItemKind[] = ['REPORT', 'DELIBERATE', 'DECIDE'];

interface Fields {
  readonly kind: ItemKind;
  readonly title: string;
  readonly speaker?: string;
  readonly standing?: StandingReport | '';
  readonly minutes?: number | null;
  readonly vote?: VoteForm;
}

interface ItemFormProps {
  /** Null for a new one. */
  readonly item: ItemView | null;
  /** What the text is kept under. */
  readonly about: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onCancel?: () => void;
  readonly onSend: (item: ItemRequest) => Promise<unknown>;
}

/** A topic, with what its kind needs. */
export function ItemForm({ item, about, action, isBusy, onCancel, onSend }: ItemFormProps) {
  const { t } = useTranslation('agenda');
  const { written, required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'agenda-item', about });
  const kind = Form.useWatch('kind', form) ?? item?.kind ?? 'REPORT';
  const send = ({ speaker = '', standing, minutes, vote, ...said }: Fields) =>
    void onSend({
      ...said,
      speaker,
      minutes: minutes ?? 0,
      ...(standing && CAN_BE_REPORT.includes(said.kind) ? { standing } : {}),
      ...(vote && VOTES[said.kind].includes(vote) ? { vote } : {}),
    }).then(
      () => {
        form.resetFields();
        kept.forget();
      },
      () => undefined, // Said by the action; what was typed stays.
    );
  return (
    <Form<Fields>
      form={form}
      name={item ? 'agenda-item' : 'new-agenda-item'}
      layout="vertical"
      requiredMark={false}
      initialValues={item ? { ...asWanted(item), standing: item.standing ?? '' } : { kind: 'REPORT', standing: '', minutes: 20 }}
      onFinish={send}
    >
      <Form.Item name="title" label={t('form.title')} rules={[written(t('form.title')), atMost(TITLE_MAX)]}>
        <Input autoComplete="off" count={counted(TITLE_MAX)} />
      </Form.Item>
      <div className="act-fields">
        <Form.Item name="kind" label={t('form.kind')}>
          <Select className="agenda-select" options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        {VOTES[kind].length > 0 && (
          <Form.Item name="vote" label={t('form.vote')} rules={[required(t('form.vote'))]}>
            <Select className="agenda-select" options={VOTES[kind].map((value) => ({ value, label: t(`vote.${value}`) }))} />
          </Form.Item>
        )}
        {CAN_BE_REPORT.includes(kind) && (
          <Form.Item name="standing" label={t('form.standing')}>
            <Select
              className="agenda-select"
              options={[
                { value: '', label: t('form.notStanding') },
                ...REPORTS.map((value) => ({ value, label: t(`standingReport.${value}`) })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item name="minutes" label={t('form.minutes')}>
          <InputNumber min={0} max={MINUTES_MAX} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="speaker"
        label={t('form.speaker')}
        extra={kind === 'REPORT' ? t('form.speakerHint') : undefined}
        rules={[atMost(SPEAKER_MAX)]}
      >
        <Input autoComplete="off" count={counted(SPEAKER_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {action}
        </Button>
        {onCancel && (
          <Button
            onClick={() => {
              kept.forget();
              onCancel();
            }}
          >
            {t('form.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}
