import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionView } from '../../api/shapes.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { formatInstant } from '../../shared/formats.js';
import { LinkButton } from '../../shared/LinkButton.js';
import { Page } from '../../shared/Page.js';
import { QueryView } from '../../shared/QueryView.js';
import { runsSession } from '../../shared/runs-session.js';
import { useSitting } from '../../shared/use-sitting.js';
import { useMe } from '../../shared/use-me.js';
import { AttendanceDesk } from './AttendanceDesk.js';
import { Attendees } from './Attendees.js';
import { ByDelegation } from './ByDelegation.js';
import { Closing } from './Closing.js';
import { Opening } from './Opening.js';
import { QuorumFigures } from './QuorumFigures.js';
import { SessionTimeline } from './SessionTimeline.js';
import './day.css';

const WATCH_MS = 15_000;

/** Where the secretariat runs the day of a session: opens it, signs people in and out, closes it. */
export function SessionDeskPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('day');
  const session = useSitting(id, WATCH_MS);
  const screen = (
    <LinkButton to={`/sessions/${id}/screen`} target="_blank">
      {t('toScreen')}
    </LinkButton>
  );
  return (
    <Page title={session.data?.title ?? t('desk')} intro={t('desk')} back="/" actions={screen} wide>
      <QueryView query={session}>{(data) => <Desk session={data} />}</QueryView>
    </Page>
  );
}

function Desk({ session }: { readonly session: SessionView }) {
  const { t, i18n } = useTranslation('day');
  const me = useMe();
  if (!me.data) return null;
  if (!runsSession(me.data, session.id)) return <EmptyState text={t('notYours')} hint={t('notYoursHint')} />;
  switch (session.state) {
    case 'SET_UP':
      return <Opening session={session} />;
    case 'OPEN':
      return (
        <>
          <Running session={session} />
          <SessionTimeline session={session} />
        </>
      );
    case 'CLOSED':
      return (
        <>
          <EmptyState
            text={t('closed', { at: session.closedAt ? formatInstant(session.closedAt, i18n.language) : '' })}
            hint={t('closedHint')}
          />
          <SessionTimeline session={session} />
        </>
      );
  }
}

function Running({ session }: { readonly session: SessionView }) {
  return (
    <div className="day-desk">
      <div>
        <AttendanceDesk sessionId={session.id} />
        <Attendees sessionId={session.id} />
      </div>
      <div>
        <QuorumFigures sessionId={session.id} />
        <ByDelegation sessionId={session.id} />
        <Closing session={session} />
      </div>
    </div>
  );
}
