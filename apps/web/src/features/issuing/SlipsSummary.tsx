import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/page/Section.js';
import type { SlipFigures } from './issuing-requests.js';
import { rangesOf } from './serials.js';

const FIGURES = ['prepared', 'issued', 'left', 'lost', 'takenBack', 'voided'] as const;
const FATES = ['lost', 'taken-back', 'voided'] as const;

/** How many slips there are, and which are void, before everybody's eyes; who drew which nobody knows. */
export function SlipsSummary({ slips }: { readonly slips: SlipFigures }) {
  const { t } = useTranslation('issuing');
  const { t: common } = useTranslation();
  return (
    <Section title={t('slips.title')}>
      <dl className="figures" aria-live="polite">
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{t(`slips.${name}`)}</dt>
            <dd>{slips[name]}</dd>
          </div>
        ))}
      </dl>
      {FATES.map((fate) => {
        const serials = slips.void.filter((slip) => slip.fate === fate).map(({ serial }) => serial);
        return serials.length === 0 ? null : (
          <p key={fate} className="quiet small">
            {t(`slips.void.${fate}`, { serials: rangesOf(serials).join(common('listSeparator')) })}
          </p>
        );
      })}
    </Section>
  );
}
