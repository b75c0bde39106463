import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page/Page.js';
import { ExportSection } from './ExportSection.js';

/** Proposals as files: what somebody may read, to take along. */
export function HistoryPage() {
  const { t } = useTranslation('history');
  return (
    <Page title={t('title')} intro={t('intro')} back="/proposals">
      <ExportSection />
    </Page>
  );
}
