import { useTranslation } from 'react-i18next';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { checkCodeOf } from './check-code.js';

/** A fingerprint to be read aloud and compared: digits in groups, large; the whole of it in small beneath. */
export function CheckCode({ fingerprint }: { readonly fingerprint: string }) {
  const { t } = useTranslation('scrutiny');
  return (
    <>
      <p className="check-code">
        {checkCodeOf(fingerprint).map((group, at) => (
          <span key={`${at}-${group}`}>{group}</span>
        ))}
      </p>
      <p className="quiet small">
        {t('keys.whole-code')} <Fingerprint text={fingerprint} />
      </p>
    </>
  );
}
