import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { Facts } from '../page/Facts.js';
import { Section } from '../page/Section.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';

/** Why its proposer withdrew the matter. */
export function WithdrawalFacts({ withdrawal }: Pick<ProposalView, 'withdrawal'>) {
  const { t } = useTranslation('proposals');
  if (!withdrawal?.reason) return null;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={t('state.WITHDRAWN')}
      description={<span className="prose">{withdrawal.reason}</span>}
    />
  );
}

/** What the committee said came of the work of a unit; without words there is nothing to say. */
export function EndFacts({ ending }: Pick<HandlingView, 'ending'>) {
  const { t } = useTranslation('proposals');
  if (!ending?.outcome && !ending?.reason) return null;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={ending.outcome ? `${t('state.CLOSED')} · ${t(`closing.outcome.${ending.outcome}`)}` : t('state.CLOSED')}
      description={ending.reason && <span className="prose">{ending.reason}</span>}
    />
  );
}

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
