import { DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { civilDateOf } from '../../shared/text/formats.js';
import type { Routing } from './committee.js';

/** What is said of one unit that answers for itself. */
export interface RoutingContent {
  readonly leadUnitId: string;
  readonly assistingUnitIds?: string[];
  readonly dueOn?: Dayjs | null;
}

/** The same of all that answer, each for itself. */
export interface RoutingEntry extends RoutingContent {
  readonly separately?: readonly RoutingContent[];
}

interface RoutingFieldsProps {
  /** Where the fields lie in the form: at its root, or in one place of a list. */
  readonly at?: readonly (string | number)[];
  /** The whole path, where that is longer. */
  readonly path?: readonly (string | number)[];
}

/** The unit that answers, the units that assist it, and by when. */
export function RoutingFields({ at = [], path = at }: RoutingFieldsProps) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const { required } = useRequiredRules();
  const units = useUnits();
  const leadUnitId: unknown = Form.useWatch([...path, 'leadUnitId']);
  const options = (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const today = dayjs(civilDateOf(new Date()));
  return (
    <>
      <Form.Item name={[...at, 'leadUnitId']} label={t('assign.leadUnit')} rules={[required(t('assign.leadUnit'))]}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder={common('chooseUnit')} options={options} loading={units.isPending} />
      </Form.Item>
      <Form.Item name={[...at, 'assistingUnitIds']} label={t('assign.assistingUnits')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={common('chooseUnit')}
          options={options.filter(({ value }) => value !== leadUnitId)}
        />
      </Form.Item>
      <Form.Item name={[...at, 'dueOn']} label={t('assign.dueOn')} extra={t('assign.dueHint')}>
        <DatePicker className="fill" disabledDate={(day) => day.isBefore(today, 'day')} />
      </Form.Item>
    </>
  );
}

/** The same as a request says it. */
export function routingOf({ separately = [], ...first }: RoutingEntry): Routing {
  return { ...unitOf(first), separately: separately.map(unitOf) };
}

function unitOf({ leadUnitId, assistingUnitIds = [], dueOn }: RoutingContent): Omit<Routing, 'separately'> {
  const assisting = assistingUnitIds.filter((id) => id !== leadUnitId);
  return { leadUnitId, assistingUnitIds: assisting, ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}) };
}
