import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/text/formats.js';
import type { CalendarDay, DeadlinesPlace, DeadlinesView, OwedByDay } from './deadlines.js';
import { monthOf, monthShown, weeksOf } from './month.js';

const SUBJECTS_MAX = 2; // What a cell of a desk has room for.

interface MonthTableProps {
  readonly place: DeadlinesPlace;
  readonly view: DeadlinesView;
}

/** A month, Monday first: what is owed on each day, and which days are not worked. A day opens its list. */
export function MonthTable({ place, view }: MonthTableProps) {
  const { t, i18n } = useTranslation('deadlines');
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const shown = monthShown(view.days);
  return (
    <table className="month" aria-busy={shown !== place.month}>
      <caption>{month.format(new Date(`${shown}-01T00:00:00Z`))}</caption>
      <thead>
        <tr>
          {view.days.slice(0, 7).map(({ day }) => (
            <th key={day} scope="col">
              {weekday.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.days).map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell
                key={day.day}
                day={day}
                owed={view.items.filter(({ dueOn }) => dueOn === day.day)}
                isToday={day.day === view.today}
                isOfMonth={monthOf(day.day) === shown}
                isOpen={place.day === day.day}
                onOpen={() => place.change({ day: place.day === day.day ? '' : day.day })}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={7} className="quiet small">
            {t('legend')}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface DayCellProps {
  readonly day: CalendarDay;
  readonly owed: readonly OwedByDay[];
  readonly isToday: boolean;
  readonly isOfMonth: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function DayCell({ day: { day, working, because, provisional }, owed, isToday, isOfMonth, isOpen, onOpen }: DayCellProps) {
  const { t, i18n } = useTranslation('deadlines');
  const isMarked = because === 'holiday' || because === 'shifted-working-day' || because === 'organisation';
  const isLate = owed.some(({ overdue }) => overdue);
  const names = ['month-day', working ? '' : 'month-rest', isToday ? 'month-today' : '', isOfMonth ? '' : 'month-other'];
  return (
    <td className={names.filter((name) => name !== '').join(' ')} {...(isToday ? { 'aria-current': 'date' as const } : {})}>
      <span className="month-number">
        {Number(day.slice(8))}
        {isMarked && <span className="month-mark">{t(working ? 'worked' : 'rest')}</span>}
        {isMarked && provisional && <span className="month-mark">{t('unsure')}</span>}
      </span>
      {owed.length > 0 && (
        <button
          type="button"
          className={isLate ? 'month-count overdue' : 'month-count'}
          aria-pressed={isOpen}
          aria-label={t(isLate ? 'openLateDay' : 'openDay', { day: formatDate(day, i18n.language), count: owed.length })}
          onClick={onOpen}
        >
          {t('count', { count: owed.length })}
        </button>
      )}
      <ul className="month-subjects">
        {owed.slice(0, SUBJECTS_MAX).map((one, nth) => (
          <li key={`${one.proposalId} ${one.matter} ${nth}`}>{one.subject}</li>
        ))}
      </ul>
    </td>
  );
}
