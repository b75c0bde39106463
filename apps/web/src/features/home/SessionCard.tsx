import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { useAttendance } from '../../shared/congress/attendance.js';
import { formatDay } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { useMe } from '../../shared/congress/use-me.js';
import { runsSession } from '../../shared/congress/runs-session.js';

const TONES = { SET_UP: 'waiting', OPEN: 'good', CLOSED: 'quiet' } as const;

/** One session: when it is, and while it is on, who is there and whether they are enough. */
export function SessionCard({ session }: { readonly session: SessionView }) {
  const { t, i18n } = useTranslation('home');
  const { t: agenda } = useTranslation('agenda');
  const { title, opensAt, closesAt, state } = session;
  return (
    <li className="session-card">
      <div className="row-facts">
        <span className="row-title">{title}</span>
        <StatusTag tone={TONES[state]}>{t(`sessions.state.${state}`)}</StatusTag>
      </div>
      <div className="quiet small">
        {t('sessions.when', { from: formatDay(opensAt, i18n.language), to: formatDay(closesAt, i18n.language) })}
      </div>
      {state === 'OPEN' && <Hall sessionId={session.id} />}
      <div className="toolbar">
        <LinkButton to={`/sessions/${session.id}/agenda`}>{agenda('toAgenda')}</LinkButton>
        {state !== 'CLOSED' && <ToDesk sessionId={session.id} />}
      </div>
    </li>
  );
}

/** The way to the session's desk, for those who run it. */
function ToDesk({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const me = useMe();
  if (!me.data || !runsSession(me.data, sessionId)) return null;
  return <LinkButton to={`/sessions/${sessionId}/desk`}>{t('toDesk')}</LinkButton>;
}

function Hall({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('home');
  const hall = useAttendance(sessionId);
  if (!hall.data) return null;
  const { entitled, present, needed, quorate } = hall.data;
  return (
    <>
      <dl className="figures">
        {Object.entries({ entitled, present, needed } as const).map(([name, figure]) => (
          <div key={name}>
            <dt>{t(`sessions.${name as 'entitled' | 'present' | 'needed'}`)}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p className={quorate ? 'quorate' : 'quiet'}>
        {quorate ? t('sessions.quorate') : t('sessions.notQuorate', { count: needed - present })}
      </p>
    </>
  );
}
