import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/EmptyState.js';
import { useSessions } from '../../shared/members.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { SessionCard } from './SessionCard.js';

/** The sessions of the congress, and the way to sign in to the one that is on. */
export function Sessions() {
  const { t } = useTranslation('home');
  const sessions = useSessions();
  return (
    <Section title={t('sessions.title')}>
      <QueryView query={sessions} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState text={t('sessions.none')} />
          ) : (
            <ul className="rows">
              {items.map((session) => (
                <SessionCard key={session.id} session={session} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
