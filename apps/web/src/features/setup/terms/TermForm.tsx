import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/text/formats.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { SET_UP_CHANGES, setUpTerm, type Term } from '../setup-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const KINDS: readonly Term['kind'][] = ['STAFF_CONGRESS', 'WORKERS_CONGRESS', 'UNION_CONGRESS', 'JOINT', 'GENERAL_MEETING'];
const YEARS = [3, 5] as const;
const REFUSAL_FIELDS = {
  'congress.term-exists': 'termNo',
  'congress.terms-overlap': 'from',
  'congress.term-length': 'from',
  from: 'from',
  to: 'from',
  termNo: 'termNo',
};

interface Fields {
  readonly termNo: number;
  readonly kind: Term['kind'];
  readonly from: string;
  readonly years: (typeof YEARS)[number];
}

/** The last day of a term: three years from 1 September end on 31 August. */
const lastDay = (from: string, years: number): string => dayjs(from).add(years, 'year').subtract(1, 'day').format('YYYY-MM-DD');

/** A term is given by its first day and its length; the last day follows and is shown. */
export function TermForm({ next }: { readonly next: number }) {
  const { t, i18n } = useTranslation('setup');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'term', about: 'new' });
  const [from, years] = [Form.useWatch('from', form), Form.useWatch('years', form)];
  const refused = useRefusedFields(form, REFUSAL_FIELDS);
  const send = async ({ termNo, kind, from: first, years: length }: Fields) => {
    await setUpTerm({ termNo, kind, from: first, to: lastDay(first, length) });
    kept.forget(); // Before the list comes anew: with it comes the next form, which must not find what was just sent.
  };
  const add = useAction(send, { done: t('terms.done'), changes: SET_UP_CHANGES, onRefused: refused });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ termNo: next, kind: 'STAFF_CONGRESS', years: 3 }}
      onFinish={(fields) => add.mutate(fields)}
    >
      <div className="act-fields">
        <Form.Item name="termNo" label={t('terms.number')} rules={[required(t('terms.number'))]}>
          <InputNumber min={1} max={200} precision={0} />
        </Form.Item>
        <Form.Item name="kind" label={t('terms.kind')}>
          <Select className="setup-wide" options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="from" label={t('terms.from')} rules={[required(t('terms.from'))]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="years"
          label={t('terms.years')}
          extra={from && years ? t('terms.until', { day: formatDate(lastDay(from, years), i18n.language) }) : null}
        >
          <Radio.Group options={YEARS.map((length) => ({ value: length, label: t('terms.length', { count: length }) }))} />
        </Form.Item>
      </div>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('terms.add')}
      </Button>
    </Form>
  );
}
