import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useUnits } from '../../../shared/congress/members.js';
import type { NamedChoice } from '../../../shared/forms/SearchSelect.js';
import { PersonField } from '../../../shared/congress/PersonField.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { RefusedSeats } from './RefusedSeats.js';
import { type Refusal, refusalsOf, seatOf, staffNosOf } from './seat-list.js';
import { type Delegate, type DelegateKind, type Delegation, seatDelegate, seatMany, SET_UP_CHANGES } from '../setup-requests.js';
import { useSeatText } from './use-seat-text.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const KINDS: readonly DelegateKind[] = ['DELEGATE', 'ATTENDEE', 'INVITEE'];
const WAYS = ['person', 'list', 'unit'] as const;

interface Fields {
  readonly way: (typeof WAYS)[number];
  readonly kind: DelegateKind;
  readonly delegationId?: string;
  readonly person?: NamedChoice | null;
  readonly list?: string;
  readonly unitId?: string;
}

interface SeatFormProps {
  readonly sessionId: string;
  readonly delegations: readonly Delegation[];
  readonly delegates: readonly Delegate[];
}

/** Seats one person, a pasted list of staff numbers, or a whole unit. What cannot be seated is named, and nothing typed is lost. */
export function SeatForm({ sessionId, delegations, delegates }: SeatFormProps) {
  const { t } = useTranslation('setup');
  const { required } = useRequiredRules();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'seat', about: sessionId });
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const units = useUnits();
  const way = Form.useWatch('way', form) ?? 'person';
  const seatText = useSeatText();
  const place = ({ kind, delegationId }: Fields) => ({ kind, ...(delegationId ? { delegationId } : {}) });
  const seat = useAction(
    async (fields: Fields) => {
      if (fields.way === 'person')
        return (await seatDelegate(sessionId, { memberId: fields.person?.id ?? '', ...place(fields) }), { seated: 1 });
      return seatMany(
        sessionId,
        fields.way === 'unit'
          ? { unitId: fields.unitId ?? '', ...place(fields) }
          : { staffNos: [...staffNosOf(fields.list ?? '')], ...place(fields) },
      );
    },
    {
      done: t('seating.done'),
      changes: SET_UP_CHANGES,
      onTaken: () => (setRefused([]), form.resetFields(['person', 'list', 'unitId']), kept.forget()),
      onRefused: (error) => (setRefused(refusalsOf(error)), refusalsOf(error).length > 0),
    },
  );
  const isFree = (_rule: unknown, person?: NamedChoice | null) => {
    const seated = person && seatOf(delegates, person.id);
    return seated ? Promise.reject(new Error(t('seating.already', { seat: seatText(seated) }))) : Promise.resolve();
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ way: 'person', kind: 'DELEGATE' }}
      onFinish={(fields) => seat.mutate(fields)}
      onValuesChange={() => setRefused([])}
    >
      <Form.Item name="way" label={t('seating.way')}>
        <Radio.Group options={WAYS.map((each) => ({ value: each, label: t(`seating.ways.${each}`) }))} />
      </Form.Item>
      <div className="act-fields">
        <Form.Item name="kind" label={t('seating.kind')}>
          <Select className="setup-wide" options={KINDS.map((kind) => ({ value: kind, label: common(`roles.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="delegationId" label={t('seating.delegation')}>
          <Select
            className="setup-wide"
            allowClear
            placeholder={t('seating.noDelegation')}
            options={delegations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      {way === 'person' && (
        <Form.Item name="person" label={t('seating.person')} rules={[required(t('seating.person')), { validator: isFree }]}>
          <PersonField label={t('seating.person')} />
        </Form.Item>
      )}
      {way === 'list' && (
        <Form.Item name="list" label={t('seating.list')} extra={t('seating.listHint')} rules={[required(t('seating.list'))]}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} />
        </Form.Item>
      )}
      {way === 'unit' && (
        <Form.Item name="unitId" label={t('seating.unit')} extra={t('seating.unitHint')} rules={[required(t('seating.unit'))]}>
          <Select
            className="setup-wide"
            showSearch={{ optionFilterProp: 'label' }}
            options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <RefusedSeats
        refused={refused}
        onLeaveOut={(list) => (form.setFieldValue('list', list), setRefused([]))}
        list={form.getFieldValue('list') as string | undefined}
      />
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={seat.isPending}>
        {t('seating.add')}
      </Button>
    </Form>
  );
}
