import { LOCALES } from '@plenum/contracts';
import { Radio } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../../i18n/i18n.js';
import { chooseScheme, chooseTypeSize, SCHEMES, TYPE_SIZES, useAppearance } from '../../shared/appearance/appearance.js';
import { Section } from '../../shared/page/Section.js';

/** Language (each named in itself), size of text and colours of this browser; each choice takes effect at once. */
export function Appearance() {
  const { t, i18n } = useTranslation('account');
  const { choice, typeSize } = useAppearance();
  return (
    <Section title={t('appearance.title')}>
      <p className="quiet">{t('appearance.onThisBrowser')}</p>
      <Choice
        label={t('appearance.language')}
        value={i18n.language}
        options={LOCALES.map((locale) => ({ value: locale, label: <span lang={locale}>{t(`appearance.languages.${locale}`)}</span> }))}
        onChoose={(locale) => void chooseLocale(locale)}
      />
      <Choice
        label={t('appearance.size')}
        value={typeSize}
        options={TYPE_SIZES.map((size) => ({ value: size, label: t(`appearance.sizes.${size}`) }))}
        onChoose={chooseTypeSize}
      />
      <Choice
        label={t('appearance.scheme')}
        value={choice}
        options={SCHEMES.map((scheme) => ({ value: scheme, label: t(`appearance.schemes.${scheme}`) }))}
        onChoose={chooseScheme}
      />
    </Section>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly onChoose: (value: V) => void;
}

function Choice<V extends string>({ label, value, options, onChoose }: ChoiceProps<V>) {
  const id = useId();
  return (
    <div className="choice">
      <span id={id} className="choice-label">
        {label}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onChange={({ target }) => onChoose(target.value as V)}
        options={options.map((option) => ({ ...option }))}
      />
    </div>
  );
}
