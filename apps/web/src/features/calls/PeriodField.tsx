import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilDateOf, formatDate } from '../../shared/text/formats.js';
import type { Period } from './call-fields.js';
import { countedDay } from './call-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const KINDS = ['working-days', 'days', 'months', 'before-session', 'none'] as const;
/** Kinds that only some periods may be of: the others are counted. */
const KINDS_OF: Partial<Record<(typeof KINDS)[number], Period>> = { 'before-session': 'reply', none: 'contact' };
const PERIOD_MAX = 366;
/** What begins today in the example below the field; most periods begin with an assignment or a reply. */
const EXAMPLES: Partial<Record<Period, 'again' | 'asked' | 'fromToday'>> = {
  rehandle: 'again',
  reassign: 'asked',
  endorsement: 'fromToday',
  mergeConsent: 'fromToday',
  reconsideration: 'fromToday',
  assisting: 'asked',
};

interface PeriodFieldProps {
  /** What the period is of: its fields are `<of>N` and `<of>Kind`. */
  readonly of: Period;
  readonly label: string;
}

/**
 * So many working days, days or months; below it stands the day that they lead to if they began today, counted by the calendar of the
 * organisation.
 */
export function PeriodField({ of, label }: PeriodFieldProps) {
  const { t, i18n } = useTranslation('calls');
  const { required } = useRequiredRules();
  const form = Form.useFormInstance();
  const n = Form.useWatch<number | null | undefined>(`${of}N`, form);
  const kind = Form.useWatch<(typeof KINDS)[number] | undefined>(`${of}Kind`, form);
  const kinds = KINDS.filter((one) => (KINDS_OF[one] ?? of) === of);
  const isNone = kind === 'none';
  const isCounted = !isNone && kind !== 'before-session'; // Until that is set up nobody knows the day.
  const today = civilDateOf(new Date());
  const counted = useQuery({
    queryKey: ['counted-day', kind, n, today],
    queryFn: () => countedDay(kind === 'none' || kind === 'before-session' ? 'days' : (kind ?? 'days'), n ?? 1, today),
    enabled: Boolean(n && kind) && isCounted,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return (
    <>
      <div className="act-fields">
        {/* A typed number stays while there is no period: another kind brings it back into use. */}
        <Form.Item name={`${of}N`} label={label} rules={isNone ? [] : [required(label)]}>
          <InputNumber min={1} max={PERIOD_MAX} precision={0} disabled={isNone} />
        </Form.Item>
        <Form.Item name={`${of}Kind`} label={t('period.kind')}>
          <Select className="period-kind" options={kinds.map((value) => ({ value, label: t(`period.${value}`) }))} />
        </Form.Item>
      </div>
      {kind === 'before-session' && <p className="quiet small period-day">{t('period.untilSession')}</p>}
      {isCounted && counted.data && (
        <p className="quiet small period-day">
          {t(`period.${EXAMPLES[of] ?? 'example'}.${counted.data.provisional ? 'provisional' : 'sure'}`, {
            date: formatDate(counted.data.dueOn, i18n.language),
          })}
        </p>
      )}
    </>
  );
}
