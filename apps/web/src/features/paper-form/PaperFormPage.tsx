import { Button, Card, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallView } from '../../api/shapes.js';
import { PeopleField } from '../../shared/congress/PeopleField.js';
import { PersonField } from '../../shared/congress/PersonField.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { useSessions } from '../../shared/congress/members.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { PROPOSAL_CHANGES, useCalls } from '../../shared/proposal/queries.js';
import { useCallText } from '../../shared/proposal/use-call-text.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { enterPaperForm, type PaperForm } from './paper-form-requests.js';

const [SUBJECT_MAX, TEXT_MAX, CATEGORY_MAX] = [200, 20_000, 40];

interface Fields {
  readonly callId: string;
  readonly lead: NamedChoice;
  readonly seconders?: readonly NamedChoice[];
  readonly receivedOn: Dayjs;
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category?: string;
}

/** The committee copies a form of paper on behalf of whose it is. */
export function PaperFormPage() {
  const { t } = useTranslation('proposals');
  const calls = useCalls();
  const me = useMe();
  // Nobody fills in a form to be refused at its end.
  const isRefused = me.data !== undefined && !holds(me.data, 'PROPOSALS_COMMITTEE');
  return (
    <Page title={t('paper.title')} intro={t('paper.intro')} back="/board">
      <Card>
        <QueryView query={calls} lines={8}>
          {(all) => {
            if (isRefused) return <EmptyState text={t('paper.notYours')} hint={t('paper.notYoursHint')} />;
            const begun = all.filter(({ phase }) => phase !== 'before');
            return begun.length === 0 ? <EmptyState text={t('noCall')} hint={t('noCallHint')} /> : <Copying calls={begun} />;
          }}
        </QueryView>
      </Card>
    </Page>
  );
}

function Copying({ calls }: { readonly calls: readonly CallView[] }) {
  const { t } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'paper-form', about: 'new' });
  const enter = useAction((entered: PaperForm) => enterPaperForm(entered, keyOf(entered)), {
    done: t('paper.done'),
    changes: PROPOSAL_CHANGES,
    onDone: ({ id }) => {
      kept.forget();
      void navigate(`/proposals/${id}`);
    },
  });
  const lead = Form.useWatch('lead', form);
  const seconders = Form.useWatch('seconders', form) ?? [];
  const today = dayjs(civilDateOf(new Date()));
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={{ callId: calls[0]?.id, receivedOn: today }}
      onFinish={(fields) => enter.mutate(formOf(fields))}
    >
      <CallField calls={calls} />
      <Form.Item name="lead" label={t('paper.lead')} rules={[required(t('paper.lead'))]}>
        <PersonField label={t('paper.lead')} />
      </Form.Item>
      <Form.Item name="seconders" label={t('paper.seconders')}>
        <PeopleField label={t('paper.seconders')} without={new Set(lead ? [lead.id] : [])} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('paper.receivedOn')} rules={[required(t('paper.receivedOn'))]}>
        <DatePicker className="fill" allowClear={false} disabledDate={(day) => day.isAfter(today, 'day')} />
      </Form.Item>
      <Form.Item name="subject" label={t('subject')} rules={[written(t('subject')), atMost(SUBJECT_MAX)]}>
        <Input count={counted(SUBJECT_MAX)} />
      </Form.Item>
      <Form.Item name="grounds" label={t('grounds')} rules={[written(t('grounds')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="measures" label={t('measures')} rules={[written(t('measures')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} rules={[atMost(CATEGORY_MAX)]}>
        <Input />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={enter.isPending}>
        {t('paper.submit', { count: seconders.length + 1 })}
      </Button>
    </Form>
  );
}

function CallField({ calls }: { readonly calls: readonly CallView[] }) {
  const { t } = useTranslation('proposals');
  const { closing } = useCallText();
  const sessions = useSessions();
  const titleOf = ({ sessionId }: CallView) => sessions.data?.find(({ id }) => id === sessionId)?.title ?? '';
  const labelOf = (call: CallView) => t('callChoice', { session: titleOf(call), closesAt: closing(call.closesAt, call.phase) });
  return (
    <Form.Item name="callId" label={t('callLabel')}>
      <Select options={calls.map((call) => ({ value: call.id, label: labelOf(call) }))} />
    </Form.Item>
  );
}

function formOf({ lead, seconders = [], receivedOn, category, ...said }: Fields): PaperForm {
  const people = { leadProposerId: lead.id, seconderIds: seconders.map(({ id }) => id) };
  return { ...said, ...people, receivedOn: receivedOn.format('YYYY-MM-DD'), ...(category?.trim() ? { category } : {}) };
}
