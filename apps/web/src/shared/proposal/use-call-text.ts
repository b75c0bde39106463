import { useTranslation } from 'react-i18next';
import type { CallView } from '../../api/shapes.js';
import { formatDate, formatInstant } from '../text/formats.js';
import { lastDayOf } from './call-times.js';

type StatedRule = CallView['replyDue'];

interface CallTexts {
  /** "12月31日（含当日），还有 12 天", or that there is no last day. */
  readonly closing: (closesAt: string | null, phase: CallView['phase']) => string;
  /** When something is due under a rule, from what on. */
  readonly dueRule: (rule: StatedRule, from: 'handedIn' | 'proposed' | 'decided' | 'assigned' | 'replied' | 'rated' | 'asked') => string;
}

/** Dates and periods of a call in words, with the day counted. */
export function useCallText(): CallTexts {
  const { t, i18n } = useTranslation('calls');
  return {
    closing: (closesAt, phase) => {
      if (closesAt === null) return t('until.never');
      const { date, isWhole, daysLeft } = lastDayOf(closesAt, new Date());
      const until = isWhole
        ? t('until.day', { date: formatDate(date, i18n.language) })
        : t('until.instant', { instant: formatInstant(closesAt, i18n.language) });
      if (phase === 'after') return until;
      return daysLeft === 0 ? t('until.today', { until }) : t('until.left', { until, count: daysLeft });
    },
    dueRule: ({ kind, n = 0, date = '', days = 0 }, from) => {
      if (kind === 'date') return formatDate(date, i18n.language);
      return kind === 'before-session' ? t('due.beforeSession', { count: days }) : t(`due.${from}.${kind}`, { count: n });
    },
  };
}
