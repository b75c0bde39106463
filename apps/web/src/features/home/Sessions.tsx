import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { useSessions } from '../../shared/congress/members.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { runsOrganisation } from '../../shared/congress/runs-session.js';
import { Section } from '../../shared/page/Section.js';
import { useMe } from '../../shared/congress/use-me.js';
import { SessionCard } from './SessionCard.js';

/**
 * The sessions of the congress and how full the one that is on is; for the organisation's secretariat, the way to what the congress is made
 * of, also once it has begun.
 */
export function Sessions() {
  const { t } = useTranslation('home');
  const sessions = useSessions();
  const me = useMe();
  const setUp = me.data && runsOrganisation(me.data) && (
    <LinkButton to="/setup" type="link" size="small">
      {t('sessions.setUp')}
    </LinkButton>
  );
  return (
    <Section title={t('sessions.title')} extra={setUp}>
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
