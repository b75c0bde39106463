import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { useDelegations, useSessions } from '../../../shared/congress/members.js';
import { Page } from '../../../shared/page/Page.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { Delegates } from './Delegates.js';
import { Delegations } from './Delegations.js';
import { SeatForm } from './SeatForm.js';
import { useDelegates } from '../setup-requests.js';
import { useQuorumText } from '../terms/use-quorum-text.js';
import '../setup.css';

/** Who sits in a session: its delegations with their heads, and its delegates, one by one, by list or by unit. */
export function SeatingPage() {
  const { t } = useTranslation('setup');
  const { id = '' } = useParams();
  const session = useSessions().data?.find((candidate) => candidate.id === id);
  const delegations = useDelegations(id);
  const delegates = useDelegates(id);
  const quorumText = useQuorumText();
  const isOver = session?.state === 'CLOSED';
  return (
    <Page
      title={session?.title ?? t('seating.title')}
      intro={session && quorumText(session.quorum, session.entitled)}
      back="/setup"
      wide
      actions={<LinkButton to="/roster">{t('seating.byRoster')}</LinkButton>}
    >
      <QueryView query={delegations}>
        {(groups) => (
          <>
            <Section title={t('delegations.title')}>
              <Delegations sessionId={id} delegations={groups} isOver={isOver} />
            </Section>
            <QueryView query={delegates} lines={8}>
              {(people) => (
                <>
                  {!isOver && (
                    <Section title={t('seating.new')}>
                      <SeatForm sessionId={id} delegations={groups} delegates={people} />
                    </Section>
                  )}
                  <Section title={t('delegates.title', { count: people.length })}>
                    <Delegates sessionId={id} delegations={groups} delegates={people} isOver={isOver} />
                  </Section>
                </>
              )}
            </QueryView>
          </>
        )}
      </QueryView>
    </Page>
  );
}
