import { useTranslation } from 'react-i18next';
import type { Fact } from '../page/Facts.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import type { RequestView } from './request-queries.js';

/** What is wished for the work of a unit, and what the answer says of it, in words. */
export function useWorkFacts(): (request: Pick<RequestView, 'work' | 'answer'>) => readonly Fact[] {
  const { t, i18n } = useTranslation('requests');
  const nameOf = useNameOf();
  return ({ work, answer }) => {
    if (!work) return [];
    const { leadUnit, unit, role, wishedDueOn } = work;
    const granted = answer?.unit ?? null;
    const facts: (Fact | false)[] = [
      { name: t('work.unit'), value: nameOf(leadUnit) },
      unit !== null && { name: t(role === null ? 'work.otherUnit' : 'work.unitToAdd'), value: nameOf(unit) },
      role !== null && { name: t('work.role'), value: t(`work.roles.${answer?.role ?? role}`) },
      wishedDueOn !== null && { name: t('work.until'), value: formatDate(wishedDueOn, i18n.language) },
      granted !== null && role === null && { name: t('work.newUnit'), value: nameOf(granted) },
      Boolean(answer?.dueOn) && { name: t('work.newDueOn'), value: formatDate(answer?.dueOn ?? '', i18n.language) },
    ];
    return facts.filter((fact) => fact !== false);
  };
}
