import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OwnSignIn } from './OwnSignIn.js';
import { OwnLeave } from './OwnLeave.js';
import { taskPathOf } from './tasks/pending-ballot-tasks.js';
import type { Hall } from './use-hall-now.js';

/** What the hall does now, as one large card: sign in, take the paper, vote, follow the count. */
export function NowCard({ hall: { mandate, attendance, now } }: { readonly hall: Hall }) {
  const { t } = useTranslation('home');
  const { entitled, present, needed, quorate } = attendance;
  return (
    <section className={`now now-${now.step}`} aria-label={t('now.label')}>
      <p className="now-session">{mandate.sessionTitle}</p>
      <Step hall={{ mandate, attendance, now }} />
      <p className="now-quorum">
        {t('now.figures', { entitled, present })}{' '}
        <span className={quorate ? 'now-met' : undefined}>
          {quorate ? t('sessions.quorate') : t('sessions.notQuorate', { count: needed - present })}
        </span>
      </p>
      {now.step !== 'sign-in' && (
        <OwnLeave
          sessionId={mandate.sessionId}
          byDesk={attendance.own?.byDesk === true}
          holdsPaper={now.step === 'owed' && now.item.matter === 'vote'}
        />
      )}
    </section>
  );
}

function Step({ hall: { mandate, now } }: { readonly hall: Hall }) {
  const { t } = useTranslation('home');
  switch (now.step) {
    case 'sign-in':
      return <OwnSignIn sessionId={mandate.sessionId} cameBefore={now.cameBefore} />;
    case 'owed':
      return (
        <>
          <h2 className="now-title">{t(`owed.ballot.${now.item.matter}`)}</h2>
          <p className="now-about">{now.item.title}</p>
          <Link className="now-button" to={taskPathOf(now.item)}>
            {t(`now.act.${now.item.matter === 'vote' || now.item.matter === 'receive-paper' ? now.item.matter : 'other'}`)}
          </Link>
        </>
      );
    case 'voting':
    case 'counting':
    case 'result':
      return (
        <>
          <h2 className="now-title">{t(`now.${now.step}`)}</h2>
          <p className="now-about">{now.ballot.title}</p>
          <Link className="now-button now-button-quiet" to={`/ballots/${now.ballot.id}${now.step === 'voting' ? '/turnout' : ''}`}>
            {t(`now.act.${now.step}`)}
          </Link>
        </>
      );
    case 'wait':
      return <p className="now-wait">{t('now.wait')}</p>;
  }
}
