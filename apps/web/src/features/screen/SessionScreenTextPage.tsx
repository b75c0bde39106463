import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAttendance } from '../../shared/congress/attendance.js';
import { Facts } from '../../shared/page/Facts.js';
import { formatInstant } from '../../shared/text/formats.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useCongressSession } from '../../shared/congress/use-congress-session.js';

const WATCH_MS = 5_000;

/** What the screen of the hall shows of a session, as text: for screen readers, large type and small screens. Changes are read out. */
export function SessionScreenTextPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('screen');
  const { t: home } = useTranslation('home');
  const session = useCongressSession(id, WATCH_MS);
  const attendance = useAttendance(session.data?.state === 'OPEN' ? id : null, WATCH_MS);
  return (
    <Page title={session.data?.title ?? t('text.title')} intro={t('text.title')} back="/">
      <QueryView query={session}>
        {({ state, opensAt }) => (
          <>
            <p>
              {home(`sessions.state.${state}`)} {state === 'SET_UP' && t('begins', { at: formatInstant(opensAt, i18n.language) })}
            </p>
            {attendance.data && (
              <div aria-live="polite">
                <Facts
                  facts={[
                    { name: home('sessions.entitled'), value: attendance.data.entitled },
                    { name: home('sessions.present'), value: attendance.data.present },
                    { name: home('sessions.needed'), value: attendance.data.needed },
                  ]}
                />
                <p>{attendance.data.quorate ? t('met') : t('missing', { count: attendance.data.needed - attendance.data.present })}</p>
                <p>{t('text.address', { address: new URL('/day', window.location.origin).href })}</p>
              </div>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
