import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSessions } from '../../shared/congress/members.js';
import { useMe } from '../../shared/congress/use-me.js';
import { sessionsToRun } from './sessions-to-run.js';

/** What the secretariat does first on the day: open the session, then serve the desk. */
export function SessionsToRun() {
  const { t } = useTranslation('home');
  const { t: day } = useTranslation('sessionDesk');
  const sessions = useSessions();
  const me = useMe();
  if (!me.data || !sessions.data) return null;
  return (
    <>
      {sessionsToRun(sessions.data, me.data, new Date()).map(({ id, title, state }) => (
        <section key={id} className="now" aria-label={title}>
          <p className="now-session">{title}</p>
          <h2 className="now-title">{t(state === 'OPEN' ? 'run.open' : 'run.setUp')}</h2>
          <Link className={state === 'OPEN' ? 'now-button now-button-quiet' : 'now-button'} to={`/sessions/${id}/desk`}>
            {day('toDesk')}
          </Link>
        </section>
      ))}
    </>
  );
}
