import { useTranslation } from 'react-i18next';

/** Something is on its way. It fills the window where there is nothing else to see yet. */
export function Waiting({ isWhole = false }: { readonly isWhole?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={isWhole ? 'waiting' : 'waiting-part'} role="status" aria-label={t('loading')}>
      <span className="spinner spinner-large" aria-hidden="true" />
    </div>
  );
}
