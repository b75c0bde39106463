import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { Facts } from '../page/Facts.js';
import { Section } from '../page/Section.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';

/** The meeting after the last round, with its minutes for whom they are open. */
export function EscalationFacts({ meeting }: Pick<HandlingView, 'meeting'>) {
  const { t, i18n } = useTranslation('feedback');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  if (!meeting) return null;
  return (
    <Section title={t('meeting.heading')}>
      <Facts
        facts={[
          { name: t('meeting.metOn'), value: formatDate(meeting.metOn, i18n.language) },
          { name: t('meeting.present'), value: meeting.present.map(nameOf).join(common('listSeparator')), isLong: true },
        ]}
      />
      {meeting.minutes && <p className="prose">{meeting.minutes}</p>}
    </Section>
  );
}
