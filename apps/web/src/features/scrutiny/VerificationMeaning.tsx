import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/page/Section.js';

/** What a green light on this device proves, and what it does not: in short, from the guide for scrutineers. */
export function VerificationMeaning() {
  const { t } = useTranslation('scrutiny');
  return (
    <Section title={t('light.title')}>
      <h3 className="text-head">{t('light.proves')}</h3>
      <ul className="plain-points">
        {(['papers', 'sum', 'chain'] as const).map((point) => (
          <li key={point}>{t(`light.${point}`)}</li>
        ))}
      </ul>
      <h3 className="text-head">{t('light.provesNot')}</h3>
      <ul className="plain-points">
        {(['persons', 'devices', 'coercion', 'page'] as const).map((point) => (
          <li key={point}>{t(`light.${point}`)}</li>
        ))}
      </ul>
      <p className="quiet">{t('light.mismatch')}</p>
    </Section>
  );
}
