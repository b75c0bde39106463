import { useTranslation } from 'react-i18next';
import { daysUntil, formatDate } from '../text/formats.js';

const SOON_DAYS = 7;

interface DueDateProps {
  readonly date: string;
  /** Nothing is owed any more: the date alone is shown. */
  readonly isMet?: boolean;
}

/** By when something is owed; how long that is, once it is near or past. */
export function DueDate({ date, isMet = false }: DueDateProps) {
  const { t, i18n } = useTranslation('proposals');
  const days = daysUntil(date, new Date());
  const day = formatDate(date, i18n.language);
  if (isMet || days > SOON_DAYS) return <span>{day}</span>;
  const distance = days === 0 ? t('dueToday') : days > 0 ? t('dueIn', { count: days }) : t('dueOver', { count: -days });
  return (
    <span className={days < 0 ? 'overdue' : undefined}>
      {day} · {distance}
    </span>
  );
}
