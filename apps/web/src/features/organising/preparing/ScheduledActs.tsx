import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { formatInstant, presentable } from '../../../shared/text/formats.js';
import { Section } from '../../../shared/page/Section.js';
import { refusalKeysOf } from '../../../i18n/message-files.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';

/** The times that were set, and what became of each: carried out, refused with the reason, or no longer needed. */
export function ScheduledActs({ appointments }: { readonly appointments: NonNullable<BallotView['appointments']> }) {
  const { t, i18n } = useTranslation('organising');
  const textOr = useTextOr();
  if (appointments.length === 0) return null;
  return (
    <Section title={t('schedule.set')}>
      <ul className="rows">
        {appointments.map(({ act, at, end, refusal, details }) => (
          <li key={`${act}-${at}-${end ?? ''}`} className="file-row">
            <div className="row-main">
              <div className="row-title">{t(`schedule.acts.${act}`, { at: formatInstant(at, i18n.language) })}</div>
              <div className={end === 'refused' ? 'organising-unmet' : 'quiet small'}>
                {t(`schedule.ends.${end ?? 'awaited'}`)}{' '}
                {refusal !== null && textOr(refusalKeysOf(refusal), refusal, presentable(details ?? {}, i18n.language))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
