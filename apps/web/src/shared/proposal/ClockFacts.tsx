import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { formatDate } from '../text/formats.js';

/** How the reply comes to its last day: from when it is counted, how many days count, and which are left out. */
export function ClockFacts({ clock }: Pick<HandlingView, 'clock'>) {
  const { t, i18n } = useTranslation('proposals');
  const { startedOn, isStopped, counted, leftOut, extendedFrom } = clock;
  const day = (date: string) => formatDate(date, i18n.language);
  return (
    <details className="small">
      <summary>{isStopped ? t('clock.stopped') : t('clock.title')}</summary>
      <p className="quiet">{t('clock.from', { day: day(startedOn) })}</p>
      {!isStopped && <p className="quiet">{t('clock.counted', { count: counted })}</p>}
      {extendedFrom && <p className="quiet">{t('clock.extended', { day: day(extendedFrom) })}</p>}
      {leftOut.length > 0 && (
        <ul className="quiet">
          {leftOut.map(({ from, until, because }) => (
            <li key={from}>
              {from === until ? day(from) : t('clock.range', { from: day(from), until: day(until) })} · {t(`clock.${because}`)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
