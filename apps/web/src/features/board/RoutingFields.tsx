import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useTextRules } from '../../shared/forms/use-text-rules.js';
import { civilDateOf } from '../../shared/text/formats.js';
import type { Routing } from './committee.js';

const INSTRUCTION_MAX = 2_000;
const LEADER_MAX = 100;

/** What is said of one unit that answers for itself. */
export interface RoutingContent {
  readonly leadUnitId: string;
  readonly assistingUnitIds?: string[];
  readonly dueOn?: Dayjs | null;
}

/** The same of all that answer, each for itself. */
export interface RoutingEntry extends RoutingContent {
  readonly separately?: readonly RoutingContent[];
  /** What a leader wrote on it, and who. */
  readonly instruction?: { readonly text?: string; readonly leader?: string };
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

/** What a leader wrote on the assignment (批示); it is printed on the letter of assignment. */
export function InstructionFields() {
  const { t } = useTranslation('board');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const text: unknown = Form.useWatch(['instruction', 'text']);
  const isWritten = typeof text === 'string' && text.trim() !== '';
  return (
    <>
      <Form.Item
        name={['instruction', 'text']}
        label={t('assign.instruction')}
        extra={t('assign.instructionHint')}
        rules={[atMost(INSTRUCTION_MAX)]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      {isWritten && (
        <Form.Item name={['instruction', 'leader']} label={t('assign.leader')} rules={[written(t('assign.leader')), atMost(LEADER_MAX)]}>
          <Input />
        </Form.Item>
      )}
    </>
  );
}

/** The same as a request says it. */
export function routingOf({ separately = [], instruction, ...first }: RoutingEntry): Routing {
  const { text = '', leader = '' } = instruction ?? {};
  const said = text.trim() === '' ? {} : { instruction: { text, leader } };
  return { ...unitOf(first), separately: separately.map(unitOf), ...said };
}

function unitOf({ leadUnitId, assistingUnitIds = [], dueOn }: RoutingContent): Omit<Routing, 'separately' | 'instruction'> {
  const assisting = assistingUnitIds.filter((id) => id !== leadUnitId);
  return { leadUnitId, assistingUnitIds: assisting, ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}) };
}
