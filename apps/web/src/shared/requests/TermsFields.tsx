import { DatePicker, Form, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../congress/members.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { civilDateOf, formatDate } from '../text/formats.js';
import type { RequestView } from './request-queries.js';

type Outcome = RequestView['outcomes'][number];

/** What an answer about the work of a unit may say besides its outcome. */
export interface TermsEntry {
  readonly unitId?: string;
  readonly role?: 'assisting' | 'separate';
  readonly termsDueOn?: Dayjs | null;
}

/** What an answer says besides, filled in as it was wished; below it stands what will happen, and until when. */
export function TermsFields({ request: { kind, work }, outcome }: { readonly request: RequestView; readonly outcome: Outcome }) {
  const role = Form.useWatch<TermsEntry['role']>('role') ?? work?.role;
  if (!work) return null;
  const isMoved = outcome === 'REASSIGNED';
  const isAdded = outcome === 'GRANTED' && kind === 'add-unit';
  const isExtended = outcome === 'GRANTED' && kind === 'extension';
  return (
    <>
      {isMoved && <UnitChoice work={work} />}
      {isAdded && <RoleChoice work={work} />}
      {(isMoved || (isAdded && role === 'separate')) && <NewDueDate />}
      {isExtended && <ExtendedUntil work={work} />}
      <Foreseen work={work} outcome={outcome} />
    </>
  );
}

/** The same as a request says it. */
export const termsOf = ({ unitId, role, termsDueOn }: TermsEntry) => ({
  ...(unitId ? { unitId } : {}),
  ...(role ? { role } : {}),
  ...(termsDueOn ? { dueOn: termsDueOn.format('YYYY-MM-DD') } : {}),
});

interface OfWork {
  readonly work: NonNullable<RequestView['work']>;
}

/** Until when the unit has after this answer, counted by the rules as they stand today. */
function Foreseen({ work, outcome }: OfWork & { readonly outcome: Outcome }) {
  const { t, i18n } = useTranslation('requests');
  const dueOn = work.foreseen.find((one) => one.outcome === outcome)?.dueOn;
  if (outcome === 'GRANTED' && work.wishedDueOn) return null;
  const isOther = outcome === 'REASSIGNED';
  if (!dueOn) return isOther ? <p className="quiet small">{t('work.dayNeeded')}</p> : null;
  return <p className="quiet small">{t(isOther ? 'work.dueOnOfOther' : 'work.dueOnAfter', { dueOn: formatDate(dueOn, i18n.language) })}</p>;
}

function UnitChoice({ work }: OfWork) {
  const { t } = useTranslation('requests');
  const { required } = useRequiredRules();
  const units = useUnits();
  const options = (units.data ?? []).filter(({ id }) => id !== work.leadUnit.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form.Item name="unitId" label={t('work.newUnit')} initialValue={work.unit?.id} rules={[required(t('work.newUnit'))]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} loading={units.isPending} />
    </Form.Item>
  );
}

function RoleChoice({ work }: OfWork) {
  const { t } = useTranslation('requests');
  return (
    <Form.Item name="role" label={t('work.role')} initialValue={work.role}>
      <Radio.Group options={(['assisting', 'separate'] as const).map((value) => ({ value, label: t(`work.roles.${value}`) }))} />
    </Form.Item>
  );
}

function NewDueDate() {
  const { t } = useTranslation('requests');
  const today = dayjs(civilDateOf(new Date()));
  return (
    <Form.Item name="termsDueOn" label={t('work.newDueOn')} extra={t('work.newDueOnHint')}>
      <DatePicker className="fill" disabledDate={(day) => day.isBefore(today, 'day')} />
    </Form.Item>
  );
}

function ExtendedUntil({ work }: OfWork) {
  const { t, i18n } = useTranslation('requests');
  const { required } = useRequiredRules();
  const { dueOn, extendableUntil, wishedDueOn } = work;
  if (!dueOn || !extendableUntil) return null;
  return (
    <Form.Item
      name="termsDueOn"
      label={t('work.until')}
      extra={t('work.untilHint', { dueOn: formatDate(dueOn, i18n.language), latest: formatDate(extendableUntil, i18n.language) })}
      initialValue={wishedDueOn ? dayjs(wishedDueOn) : undefined}
      rules={[required(t('work.until'))]}
    >
      <DatePicker
        className="fill"
        disabledDate={(day) => !day.isAfter(dayjs(dueOn), 'day') || day.isAfter(dayjs(extendableUntil), 'day')}
      />
    </Form.Item>
  );
}
