import { DatePicker, Tag } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/text/formats.js';
import { type DaySpan, spansOf } from './day-spans.js';

interface DaysFieldProps {
  readonly label: string;
  readonly year: number;
  readonly days: readonly string[];
  /** Null only shows them. */
  readonly onChange: { readonly add: (span: DaySpan) => void; readonly remove: (span: DaySpan) => void } | null;
}

/** The days of a year as spans, each to be taken away, and a range to add. */
export function DaysField({ label, year, days, onChange }: DaysFieldProps) {
  const { t, i18n } = useTranslation('calendar');
  const spans = spansOf(days.filter((day) => day.startsWith(`${year}-`)));
  const words = ({ from, to }: DaySpan) =>
    from === to
      ? formatDate(from, i18n.language)
      : t('span', { from: formatDate(from, i18n.language), to: formatDate(to, i18n.language), count: dayjs(to).diff(from, 'day') + 1 });
  return (
    <>
      {spans.length === 0 && <p className="quiet">{t('none', { year })}</p>}
      <ul className="calendar-spans">
        {spans.map((span) => (
          <li key={span.from}>
            <Tag
              closable={onChange !== null && { 'aria-label': t('remove', { days: words(span) }) }}
              onClose={(event) => (event.preventDefault(), onChange?.remove(span))}
            >
              {words(span)}
            </Tag>
          </li>
        ))}
      </ul>
      {onChange && (
        <DatePicker.RangePicker
          className="calendar-add"
          aria-label={label}
          placeholder={[t('from'), t('to')]}
          value={null}
          defaultPickerValue={[dayjs(`${year}-01-01`), dayjs(`${year}-02-01`)]}
          disabledDate={(day) => day.year() !== year}
          onChange={(range) =>
            range?.[0] && range[1] && onChange.add({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD') })
          }
        />
      )}
    </>
  );
}
