import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { CLOSING_OUTCOMES } from '@plenum/contracts';
import { useTranslation } from 'react-i18next';
import type { ClosingOutcome, HandlingView, ProposalView } from '../../api/shapes.js';
import { PeopleField } from '../congress/PeopleField.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import type { NamedChoice } from '../forms/SearchSelect.js';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { PROPOSAL_CHANGES } from '../proposal/queries.js';
import { AtClosing } from '../publication/AtClosing.js';
import { civilDateOf } from '../text/formats.js';
import { recordMeeting } from './feedback-requests.js';

const MINUTES_MAX = 5000;
const NOBODY: ReadonlySet<string> = new Set();

interface Fields {
  readonly metOn: Dayjs;
  readonly present: readonly NamedChoice[];
  readonly minutes: string;
  readonly outcome: ClosingOutcome;
}

interface MeetingFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
  readonly unit: string;
}

/** The meeting of both sides after the last round: when, who, what was said, and what came of it; the work ends with that. */
export function MeetingForm({ proposal, handling, unit }: MeetingFormProps) {
  const { t } = useTranslation('feedback');
  const { t: words } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const today = dayjs(civilDateOf(new Date()));
  const kept = useKeptText({ form: 'escalation-meeting', about: handling.id });
  const record = useAction(
    ({ metOn, present, minutes, outcome }: Fields) =>
      recordMeeting(proposal.id, handling.id, {
        metOn: metOn.format('YYYY-MM-DD'),
        present: present.map(({ id }) => id),
        minutes,
        outcome,
        version: handling.version,
      }),
    { done: t('meeting.done'), changes: PROPOSAL_CHANGES, onDone: () => kept.forget() },
  );
  return (
    <section className="decision">
      <h2>{t('meeting.title', { unit })}</h2>
      <p className="quiet">{t('meeting.intro', { round: handling.replies.length })}</p>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ metOn: today }}
        onFinish={(fields) => record.mutate(fields)}
      >
        <Form.Item name="metOn" label={t('meeting.metOn')} rules={[required(t('meeting.metOn'))]}>
          <DatePicker className="fill" disabledDate={(day) => day.isAfter(today, 'day')} />
        </Form.Item>
        <Form.Item name="present" label={t('meeting.present')} extra={t('meeting.presentHint')} rules={[required(t('meeting.present'))]}>
          <PeopleField label={t('meeting.present')} without={NOBODY} />
        </Form.Item>
        <Form.Item
          name="minutes"
          label={t('meeting.minutes')}
          extra={t('meeting.minutesHint')}
          rules={[written(t('meeting.minutes')), atMost(MINUTES_MAX)]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} count={counted(MINUTES_MAX)} />
        </Form.Item>
        <Form.Item name="outcome" label={t('meeting.outcome')} rules={[required(t('meeting.outcome'))]}>
          <Select options={CLOSING_OUTCOMES.map((value) => ({ value, label: words(`closing.outcome.${value}`) }))} />
        </Form.Item>
        <AtClosing proposal={proposal} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {t('meeting.submit')}
        </Button>
      </Form>
    </section>
  );
}
