import { useTranslation } from 'react-i18next';
import type { BallotView, CeremonyView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { CheckCode } from './CheckCode.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { ROUNDS } from './ceremony-turn.js';

interface ThresholdKeyTableProps {
  readonly ballot: BallotView;
  readonly ceremony: CeremonyView;
}

/** How far each scrutineer of the threshold group is, and the fingerprint of the complete keys, which will stand on the board. */
export function ThresholdKeyTable({ ballot, ceremony }: ThresholdKeyTableProps) {
  const { t } = useTranslation('scrutiny');
  const nameOf = useNameOf();
  const who = (memberId: string) => nameOf(ballot.officers?.find(({ member }) => member.id === memberId)?.member ?? { name: null });
  return (
    <Section
      title={t('keys.title')}
      extra={
        <span className="quiet small">
          {ceremony.openRound === null
            ? t('keys.whole')
            : t('thresholdKeys.needed', { needed: ceremony.sharesNeeded, size: ceremony.seats.length })}
        </span>
      }
    >
      <ul className="rows">
        {ceremony.seats.map(({ seat, memberId, given }) => (
          <li key={memberId} className="key-row">
            <span className="row-main">{t('thresholdKeys.seat', { seat, name: who(memberId) })}</span>
            {ROUNDS.filter((round) => given.includes(round)).map((round) => (
              <StatusTag key={round} tone="good">
                {t(`thresholdKeys.round.${round}`)}
              </StatusTag>
            ))}
            {given.length === 0 && <StatusTag tone="waiting">{t('keys.none')}</StatusTag>}
          </li>
        ))}
      </ul>
      {ceremony.trusteesFingerprint !== null && (
        <div className="aloud">
          <h3 className="text-head">{t('keys.fingerprint')}</h3>
          <CheckCode fingerprint={ceremony.trusteesFingerprint} />
          <p className="quiet">{t('keys.aloud')}</p>
        </div>
      )}
    </Section>
  );
}
