import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionView } from '../../api/shapes.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { formatInstant } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { runsSession } from '../../shared/congress/runs-session.js';
import { useCongressSession } from '../../shared/congress/use-congress-session.js';
import { useMe } from '../../shared/congress/use-me.js';
import { SignInDesk } from './SignInDesk.js';
import { Attendees } from './Attendees.js';
import { ByDelegation } from './ByDelegation.js';
import { ClosingForm } from './ClosingForm.js';
import { OpeningForm } from './OpeningForm.js';
import { QuorumFigures } from './QuorumFigures.js';
import { SessionTimeline } from './SessionTimeline.js';
import './session-desk.css';

const WATCH_MS = 15_000;

/** Where the secretariat runs the day of a session: opens it, signs people in and out, closes it. */
export function SessionDeskPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('sessionDesk');
  const session = useCongressSession(id, WATCH_MS);
  const { t: agenda } = useTranslation('agenda');
  const ways = (
    <>
      <LinkButton to={`/sessions/${id}/agenda`}>{agenda('toAgenda')}</LinkButton>
      <LinkButton to={`/sessions/${id}/screen`} target="_blank">
        {t('toScreen')}
      </LinkButton>
    </>
  );
  return (
    <Page title={session.data?.title ?? t('desk')} intro={t('desk')} back="/" actions={ways} wide>
      <QueryView query={session}>{(data) => <SessionDesk session={data} />}</QueryView>
    </Page>
  );
}

function SessionDesk({ session }: { readonly session: SessionView }) {
  const { t, i18n } = useTranslation('sessionDesk');
  const me = useMe();
  if (!me.data) return null;
  if (!runsSession(me.data, session.id)) return <EmptyState text={t('notYours')} hint={t('notYoursHint')} />;
  switch (session.state) {
    case 'SET_UP':
      return <OpeningForm session={session} />;
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
    <div className="session-desk">
      <div>
        <SignInDesk sessionId={session.id} />
        <Attendees sessionId={session.id} />
      </div>
      <div>
        <QuorumFigures sessionId={session.id} />
        <ByDelegation sessionId={session.id} />
        <ClosingForm session={session} />
      </div>
    </div>
  );
}
