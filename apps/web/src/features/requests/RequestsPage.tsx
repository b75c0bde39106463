import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { OneRequest } from '../../shared/requests/RequestsOnProposal.js';
import { useOwedRequests } from '../../shared/requests/request-queries.js';

/** Everything that waits for an answer of the reader, what is due first at the top, each with the form for its answer. */
export function RequestsPage() {
  const { t } = useTranslation('requests');
  const owed = useOwedRequests();
  return (
    <Page title={t('owed.title')} intro={t('owed.intro')}>
      <QueryView query={owed} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('owed.none')} />
          ) : (
            items.map((request) => (
              <Section
                key={request.id}
                title={request.proposal.subject}
                extra={<Link to={`/proposals/${request.proposal.id}`}>{t('owed.open')}</Link>}
              >
                <OneRequest request={request} on={request.proposal.id} />
              </Section>
            ))
          )
        }
      </QueryView>
    </Page>
  );
}
