import { useTranslation } from 'react-i18next';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { Page } from '../../shared/page/Page.js';
import { ExportSection } from './ExportSection.js';
import { ImportSection } from './ImportSection.js';
import './history.css';

/** Proposals as files: what somebody may read, to take along; and for the committee what was before, to bring in. */
export function HistoryPage() {
  const { t } = useTranslation('history');
  const me = useMe();
  return (
    <Page title={t('title')} intro={t('intro')} back="/proposals">
      <ExportSection />
      {me.data && holds(me.data, 'PROPOSALS_COMMITTEE') && <ImportSection />}
    </Page>
  );
}
