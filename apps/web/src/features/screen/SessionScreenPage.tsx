import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAttendance } from '../../shared/congress/attendance.js';
import { formatInstant } from '../../shared/text/formats.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { useCongressSession } from '../../shared/congress/use-congress-session.js';
import { CodePlate } from './CodePlate.js';
import { FigureList } from './FigureList.js';
import { ScreenFrame } from './ScreenFrame.js';

const WATCH_MS = 3_000;

/** The screen of the hall before and between the votes: which session it is, whether there are enough, and the code to sign in by. */
export function SessionScreenPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('screen');
  const { t: home } = useTranslation('home');
  const problemText = useProblemText();
  const session = useCongressSession(id, WATCH_MS);
  const attendance = useAttendance(session.data?.state === 'OPEN' ? id : null, WATCH_MS);
  const state = session.data ? home(`sessions.state.${session.data.state}`) : null;
  return (
    <ScreenFrame title={session.data?.title ?? t('title')} state={state} textPath={`/sessions/${id}/screen/text`}>
      {session.error && <p role="alert">{problemText(session.error)}</p>}
      {session.data?.state === 'SET_UP' && <p>{t('begins', { at: formatInstant(session.data.opensAt, i18n.language) })}</p>}
      {attendance.data && (
        <div className="screen-split">
          <div>
            <FigureList
              figures={[
                { name: home('sessions.entitled'), value: attendance.data.entitled },
                { name: home('sessions.present'), value: attendance.data.present },
                { name: home('sessions.needed'), value: attendance.data.needed },
              ]}
            />
            <p className={attendance.data.quorate ? 'screen-met' : 'screen-unmet'}>
              {attendance.data.quorate ? t('met') : t('missing', { count: attendance.data.needed - attendance.data.present })}
            </p>
          </div>
          <CodePlate path="/day" words={t('code.signIn')} />
        </div>
      )}
    </ScreenFrame>
  );
}
