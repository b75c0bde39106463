import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { formatDate, formatInstant } from '../../../shared/text/formats.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { useSessions } from '../../../shared/congress/members.js';
import { Page } from '../../../shared/page/Page.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { SessionForm } from './SessionForm.js';
import { useTerms } from '../setup-requests.js';
import { TermForm } from './TermForm.js';
import { useQuorumText } from './use-quorum-text.js';
import '../setup.css';

/** Terms (届) and their sessions (次), with the quorum of each in words and numbers. */
export function TermsPage() {
  const { t, i18n } = useTranslation('setup');
  const terms = useTerms();
  return (
    <Page title={t('terms.title')} intro={t('terms.intro')} back="/setup">
      <QueryView query={terms}>
        {(items) => (
          <>
            <Section title={t('terms.list')}>
              {items.length === 0 && <EmptyState text={t('terms.none')} />}
              <ul className="rows">
                {items.map(({ id, termNo, kind, from, to }) => (
                  <li key={id} className="setup-row">
                    <span className="row-title">{t('terms.name', { number: termNo, kind: t(`kinds.${kind}`) })}</span>
                    <span className="quiet">
                      {t('terms.days', { from: formatDate(from, i18n.language), to: formatDate(to, i18n.language) })}
                    </span>
                  </li>
                ))}
              </ul>
              <h3 className="text-head">{t('terms.new')}</h3>
              <TermForm key={items.length} next={Math.max(0, ...items.map(({ termNo }) => termNo)) + 1} />
            </Section>
            {items.length > 0 && <SessionsSection terms={items} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function SessionsSection({ terms }: { readonly terms: NonNullable<ReturnType<typeof useTerms>['data']> }) {
  const { t, i18n } = useTranslation('setup');
  const sessions = useSessions();
  const quorumText = useQuorumText();
  return (
    <Section title={t('sessions.list')}>
      <QueryView query={sessions}>
        {(items) => (
          <>
            {items.length === 0 && <EmptyState text={t('sessions.none')} />}
            <ul className="rows">
              {items.map(({ id, title, opensAt, closesAt, quorum, entitled }) => (
                <li key={id} className="setup-row">
                  <div className="row-main">
                    <div className="row-title">{title}</div>
                    <div className="quiet">
                      {t('terms.days', { from: formatInstant(opensAt, i18n.language), to: formatInstant(closesAt, i18n.language) })}
                    </div>
                    <div className="quiet">{quorumText(quorum, entitled)}</div>
                  </div>
                  <LinkButton to={`/setup/sessions/${id}`}>{t('sessions.seats')}</LinkButton>
                </li>
              ))}
            </ul>
            <h3 className="text-head">{t('sessions.new')}</h3>
            <SessionForm key={items.length} terms={terms} next={items.length + 1} />
          </>
        )}
      </QueryView>
    </Section>
  );
}
