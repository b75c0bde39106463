import { DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { civilDateOf } from '../../shared/text/formats.js';
import type { Routing } from './committee.js';

/** What the fields say. */
export interface RoutingEntry {
  readonly leadUnitId: string;
  readonly assistingUnitIds?: string[];
  readonly dueOn?: Dayjs | null;
}

/** The unit that answers, the units that assist, and by when. */
export function RoutingFields({ form }: { readonly form: ReturnType<typeof Form.useForm<RoutingEntry>>[0] }) {
  const { t } = useTranslation('board');
  const { required } = useRequiredRules();
  const { t: common } = useTranslation();
  const units = useUnits();
  const leadUnitId = Form.useWatch('leadUnitId', form);
  const options = (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const today = dayjs(civilDateOf(new Date()));
  return (
    <>
      <Form.Item name="leadUnitId" label={t('assign.leadUnit')} rules={[required(t('assign.leadUnit'))]}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder={common('chooseUnit')} options={options} loading={units.isPending} />
      </Form.Item>
      <Form.Item name="assistingUnitIds" label={t('assign.assistingUnits')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={common('chooseUnit')}
          options={options.filter(({ value }) => value !== leadUnitId)}
        />
      </Form.Item>
      <Form.Item name="dueOn" label={t('assign.dueOn')} extra={t('assign.dueHint')}>
        <DatePicker className="fill" disabledDate={(day) => day.isBefore(today, 'day')} />
      </Form.Item>
    </>
  );
}

/** The same as a request says it. */
export function routingOf({ leadUnitId, assistingUnitIds = [], dueOn }: RoutingEntry): Routing {
  const assisting = assistingUnitIds.filter((id) => id !== leadUnitId);
  return { leadUnitId, assistingUnitIds: assisting, ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}) };
}
