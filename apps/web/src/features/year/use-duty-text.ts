import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/text/formats.js';
import { monthDaysText } from './month-days.js';
import type { DutyView, RuleView } from './year-requests.js';

interface DutyText {
  /** In the reader's language where the organisation has said it so. */
  readonly title: (of: Pick<DutyView, 'titleZh' | 'titleEn'>) => string;
  readonly responsible: (of: DutyView['responsible']) => string;
  readonly recurrence: (of: RuleView['recurrence']) => string;
}

/** What duties and their rules are called, who owes them, and when they come again. */
export function useDutyText(): DutyText {
  const { t, i18n } = useTranslation('year');
  const { t: common } = useTranslation();
  return {
    title: ({ titleZh, titleEn }) => (i18n.language.startsWith('en') && titleEn !== '' ? titleEn : titleZh),
    responsible: ({ members, unit, offices }) =>
      [...members.map(({ name }) => name), ...(unit ? [unit.name] : []), ...offices.map((office) => common(`roles.${office}`))].join(
        common('listSeparator'),
      ),
    recurrence: ({ kind, days, autumn, spring, every, from }) => {
      if (kind === 'YEARLY') return t('recurrence.yearly', { days: monthDaysText(days ?? []) });
      if (kind === 'MONTHS')
        return t('recurrence.months', { every: every ?? 0, from: from === null ? '' : formatDate(from, i18n.language) });
      const term = (day: typeof autumn) => (day ? monthDaysText([day]) : '');
      return t('recurrence.terms', { autumn: term(autumn), spring: term(spring) });
    },
  };
}
