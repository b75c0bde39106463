import { Button, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { useUnits } from '../congress/members.js';
import { ConflictNotice } from '../forms/ConflictNotice.js';
import { useOutdated } from '../forms/use-outdated.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { useVersionedAction } from '../forms/use-versioned-action.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { formatDate } from '../text/formats.js';
import { askAboutWork, REQUEST_CHANGES } from './request-queries.js';

export type WorkRequestKind = HandlingView['asking']['kinds'][number];

const REASON_MAX = 2000;
const NAMING_A_UNIT: readonly WorkRequestKind[] = ['objection', 'routing-objection', 'add-unit'];

interface Fields {
  readonly unitId?: string;
  readonly role?: 'assisting' | 'separate';
  readonly dueOn?: Dayjs;
  readonly reason: string;
}

interface AskFormProps {
  readonly kind: WorkRequestKind;
  readonly proposalId: string;
  readonly handling: HandlingView;
  readonly onClose: () => void;
}

/** Where what is typed for a request about the work is kept. */
export const keptAskOf = (kind: WorkRequestKind, { id }: Pick<HandlingView, 'id'>) => ({ form: `ask-${kind}`, about: id });

/** Asks for one thing about the work of a unit; what will happen, and until when, stands above the button. */
export function AskForm({ kind, proposalId, handling, onClose }: AskFormProps) {
  const { t, i18n } = useTranslation('requests');
  const { t: common } = useTranslation();
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText(keptAskOf(kind, handling));
  const outdated = useOutdated(handling, { changes: REQUEST_CHANGES, isLive: true });
  const asking = useVersionedAction(
    outdated,
    (version, { reason, ...said }: Fields) => askAboutWork(proposalId, handling, { kind, reason, wish: wishOf(said), version }),
    {
      done: t('work.asked'),
      onDone: () => {
        kept.forget();
        onClose(); // Once it is answered, the same may be asked again: with an empty form, and when somebody wants to.
      },
    },
  );
  const { objectionUntil, extendableUntil, clarificationWorkingDays } = handling.asking;
  const day = (date: string) => formatDate(date, i18n.language);
  return (
    <Form<Fields>
      form={form}
      name={`ask-${kind}-${handling.id}`}
      layout="vertical"
      requiredMark={false}
      className="section"
      onFinish={(fields) => asking.mutate(fields)}
    >
      <h3>{t(`work.open.${kind}`)}</h3>
      {NAMING_A_UNIT.includes(kind) && <UnitField kind={kind} handling={handling} />}
      {kind === 'add-unit' && <RoleField />}
      {kind === 'extension' && handling.dueOn && extendableUntil && <UntilField from={handling.dueOn} to={extendableUntil} />}
      <Form.Item name="reason" label={t(`work.reason.${kind}`)} rules={[written(t(`work.reason.${kind}`)), atMost(REASON_MAX)]}>
        <Input.TextArea rows={4} count={counted(REASON_MAX)} />
      </Form.Item>
      <ConflictNotice of={outdated} />
      <KeptNote kept={kept} />
      <p className="quiet small">
        {t(`work.effect.${kind}`, {
          until: day(objectionUntil),
          latest: extendableUntil ? day(extendableUntil) : '',
          dueOn: handling.dueOn ? day(handling.dueOn) : '',
          count: clarificationWorkingDays,
        })}
      </p>
      <div className="toolbar toolbar-foot">
        <Button type="primary" htmlType="submit" loading={asking.isPending}>
          {t(`work.submit.${kind}`)}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}

function UnitField({ kind, handling }: Pick<AskFormProps, 'kind' | 'handling'>) {
  const { t } = useTranslation('requests');
  const { t: common } = useTranslation();
  const { required } = useRequiredRules();
  const units = useUnits();
  const taken = [handling.leadUnit.id, ...(kind === 'add-unit' ? handling.assistingUnits.map(({ id }) => id) : [])];
  const options = (units.data ?? []).filter(({ id }) => !taken.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
  const label = t(kind === 'add-unit' ? 'work.unitToAdd' : 'work.otherUnit');
  return (
    <Form.Item name="unitId" label={label} rules={[required(label)]}>
      <Select showSearch={{ optionFilterProp: 'label' }} placeholder={common('chooseUnit')} options={options} loading={units.isPending} />
    </Form.Item>
  );
}

function RoleField() {
  const { t } = useTranslation('requests');
  return (
    <Form.Item name="role" label={t('work.role')} initialValue="assisting">
      <Radio.Group options={(['assisting', 'separate'] as const).map((value) => ({ value, label: t(`work.roles.${value}`) }))} />
    </Form.Item>
  );
}

function UntilField({ from, to }: { readonly from: string; readonly to: string }) {
  const { t, i18n } = useTranslation('requests');
  const { required } = useRequiredRules();
  return (
    <Form.Item
      name="dueOn"
      label={t('work.until')}
      extra={t('work.untilHint', { dueOn: formatDate(from, i18n.language), latest: formatDate(to, i18n.language) })}
      rules={[required(t('work.until'))]}
    >
      <DatePicker className="fill" defaultPickerValue={dayjs(from)} disabledDate={(day) => !isBetween(day, from, to)} />
    </Form.Item>
  );
}

const isBetween = (day: Dayjs, from: string, to: string): boolean => day.isAfter(dayjs(from), 'day') && !day.isAfter(dayjs(to), 'day');

const wishOf = ({ unitId, role, dueOn }: Omit<Fields, 'reason'>) => ({
  ...(unitId ? { unitId } : {}),
  ...(role ? { role } : {}),
  ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}),
});
