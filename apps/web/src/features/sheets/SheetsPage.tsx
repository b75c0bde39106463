import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { writesNames } from '../../shared/ballot/ballot-rules.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useMe } from '../../shared/congress/use-me.js';
import { DifferencesSection } from './DifferencesSection.js';
import { DoubtsSection } from './DoubtsSection.js';
import { EntrySection } from './EntrySection.js';
import { NamesSection } from './NamesSection.js';
import './sheets.css';

const WATCH_MS = 5_000;

/** Where sheets of paper are read: by two tellers blind to each other, a third where they differ, scrutineers where a sheet is doubtful. */
export function SheetsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('sheets');
  const ballot = useBallot(id, () => WATCH_MS);
  return (
    <Page title={t('title')} intro={ballot.data?.title} back={`/ballots/${id}`} wide>
      <QueryView query={ballot} lines={8}>
        {(data) => <SheetSections ballot={data} />}
      </QueryView>
    </Page>
  );
}

function SheetSections({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('sheets');
  const me = useMe();
  const isOfficer = ballot.officers?.some(({ member }) => member.id === me.data?.member.id) ?? false;
  const mayEnter = ballot.allowedActions.includes('enter-sheets');
  if (me.data && !isOfficer) return <EmptyState text={t('officersOnly')} hint={t('officersOnlyHint')} />;
  if (ballot.state !== 'CLOSED' && !mayEnter) return <EmptyState text={t('notNow')} hint={t('notNowHint')} />;
  return (
    <>
      {mayEnter && <EntrySection ballot={ballot} />}
      {isOfficer && <DifferencesSection ballot={ballot} />}
      {isOfficer && <DoubtsSection ballot={ballot} />}
      {isOfficer && writesNames(ballot) && <NamesSection ballot={ballot} />}
    </>
  );
}
