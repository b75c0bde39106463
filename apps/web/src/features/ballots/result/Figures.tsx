import { useTranslation } from 'react-i18next';
import type { Counts } from '../../../api/shapes.js';
import { Section } from '../../../shared/page/Section.js';

const NAMES = ['roll', 'present', 'issued', 'voters', 'returned', 'valid', 'invalid'] as const;

/** The counts of people and papers, as far as they are known. */
export function Figures({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation('ballots');
  const known = NAMES.filter((name) => counts[name] !== null);
  if (known.length === 0) return null;
  const quorum = counts.quorum;
  return (
    <Section title={t('figures.title')}>
      <dl className="figures">
        {known.map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      {quorum?.atClose && (
        <p>
          {t(quorum.atClose.holds ? 'figures.quorumHeld' : 'figures.quorumLost', {
            present: quorum.atClose.present,
            needed: quorum.needed,
          })}
        </p>
      )}
    </Section>
  );
}
