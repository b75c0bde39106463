import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { formatDate, formatInstant } from '../../shared/text/formats.js';
import { CorrectSignature } from './CorrectSignature.js';
import type { ServedPerson } from './proof-requests.js';
import { useWayText } from './use-way-text.js';

const TONES: { readonly [S in ServedPerson['standing']]: Tone } = {
  signed: 'good',
  opened: 'good',
  sent: 'running',
  waiting: 'waiting',
  withdrawn: 'quiet',
  'not-reached': 'bad',
};

interface ServedRowProps {
  readonly matterId: string;
  readonly person: ServedPerson;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** One person who was told: what became of it on every way, and what is on record of their signature. */
export function ServedRow({ matterId, person, isChosen, onToggle }: ServedRowProps) {
  const { t, i18n } = useTranslation('proof');
  const { t: inbox } = useTranslation('inbox');
  const wayText = useWayText();
  const { name, staffNo, unit, delegation, toldAt, openedAt, ways, paper, standing, over } = person;
  const when = (instant: string) => formatInstant(instant, i18n.language);
  const who = t('who', { name, staffNo });
  return (
    <li className="served">
      {standing !== 'signed' && (
        <Checkbox className="served-choice" checked={isChosen} onChange={onToggle} aria-label={t('choose', { who })} />
      )}
      <div className="row-main">
        <div className="row-title">
          {who} <StatusTag tone={TONES[standing]}>{t(`standings.${standing}`)}</StatusTag>
          {over !== null && <StatusTag tone="quiet">{inbox(`over.${over}`)}</StatusTag>}
        </div>
        <div className="row-facts quiet small">
          {unit !== null && <span>{unit}</span>}
          {delegation !== null && <span>{delegation}</span>}
          <span>{t('inApp', { when: when(toldAt) })}</span>
          <span>{openedAt === null ? t('notOpened') : t('openedAt', { when: when(openedAt) })}</span>
          {ways.map((way) => (
            <span key={way.way}>{wayText(way)}</span>
          ))}
        </div>
        {paper !== null && (
          <div className="small">
            {paper.signedOn === null
              ? t('signedNot', { by: paper.recordedBy, when: when(paper.recordedAt) })
              : t('signedOn', { day: formatDate(paper.signedOn, i18n.language), by: paper.recordedBy, when: when(paper.recordedAt) })}
            {paper.isLate && t('late')}
            {paper.correction !== null && t('corrected', { reason: paper.correction })}
          </div>
        )}
      </div>
      {paper !== null && paper.signedOn !== null && <CorrectSignature matterId={matterId} person={person} paper={paper} />}
    </li>
  );
}
