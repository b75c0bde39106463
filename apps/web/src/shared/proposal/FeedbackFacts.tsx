import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { Facts } from '../page/Facts.js';
import { Section } from '../page/Section.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';

/** That nobody rated the latest reply in time, what the call takes that for, and why, where that was said. */
export function SilenceFacts({ silence }: Pick<HandlingView, 'silence'>) {
  const { t } = useTranslation('feedback');
  const nameOf = useNameOf();
  if (!silence) return null;
  const { explanation } = silence;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={t(`lapsed.${silence.policy}`)}
      description={
        explanation && <span className="prose">{t('lapsed.because', { name: nameOf(explanation.by), text: explanation.text })}</span>
      }
    />
  );
}

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
