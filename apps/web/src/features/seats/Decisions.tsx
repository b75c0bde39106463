import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../api/shapes.js';
import { formatInstant } from '../../shared/text/formats.js';
import { Section } from '../../shared/page/Section.js';

/** What was decided about open seats, as it stands in the minutes: kept with the result, for everybody to read. */
export function Decisions({ result: { decisions } }: { readonly result: ResultView }) {
  const { t, i18n } = useTranslation('seats');
  const { t: common } = useTranslation();
  if (decisions.length === 0) return null;
  return (
    <Section title={t('decisions.title')}>
      <ul className="rows">
        {decisions.map(({ what, seats, text, candidates, at }, nth) => (
          <li key={`${what}-${nth}`} className="decision">
            <div className="marks">
              <span className="row-title">{t('decisions.what', { what: t(`decide.option.${what}`), seats })}</span>
              <span className="quiet small">{formatInstant(at, i18n.language)}</span>
            </div>
            <p className="prose">{text}</p>
            {candidates.length > 0 && (
              <p className="quiet">
                {t('decisions.candidates', { names: candidates.map(({ label }) => label).join(common('listSeparator')) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
