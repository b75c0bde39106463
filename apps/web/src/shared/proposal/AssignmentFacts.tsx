import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { Facts } from '../page/Facts.js';
import { formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { ClockFacts } from './ClockFacts.js';
import { DueDate } from './DueDate.js';

interface AssignmentFactsProps {
  readonly handling: HandlingView;
  readonly isReplied: boolean;
}

/** Which units handle it, by when they owe a reply, and whether they have taken note. */
export function AssignmentFacts({ handling, isReplied }: AssignmentFactsProps) {
  const { t, i18n } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const { leadUnit, assistingUnits, dueOn, daysBeforeSession, dueProvisional, acknowledgedAt } = handling;
  const due = (
    <>
      {dueOn && <DueDate date={dueOn} isMet={isReplied || handling.clock.isStopped} />}{' '}
      {daysBeforeSession !== null && (
        <span className={dueOn ? 'quiet small' : undefined}>{t('assignment.beforeSession', { count: daysBeforeSession })}</span>
      )}{' '}
      {!isReplied && dueOn && <ClockFacts clock={handling.clock} />}
      {dueProvisional && !isReplied && <span className="quiet small">{t('dueProvisional')}</span>}
    </>
  );
  return (
    <Facts
      facts={[
        { name: t('assignment.leadUnit'), value: nameOf(leadUnit) },
        { name: t('assignment.assistingUnits'), value: assistingUnits.map(nameOf).join(common('listSeparator')) || common('none') },
        { name: t('assignment.dueOn'), value: due },
        {
          name: t('assignment.receipt'),
          value: acknowledgedAt ? formatInstant(acknowledgedAt, i18n.language) : t('assignment.notAcknowledged'),
        },
      ]}
    />
  );
}
