import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTENDANCE_CHANGES, signOutOf } from '../../shared/congress/attendance.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';

/** "I leave": says what it means for the count, and of a paper that is not cast yet, before it is done. */
export function OwnLeave({
  sessionId,
  holdsPaper,
  byDesk,
}: {
  readonly sessionId: string;
  readonly holdsPaper: boolean;
  readonly byDesk: boolean;
}) {
  const { t } = useTranslation('home');
  const session = useAuthSession();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [isAsking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  const leave = useMutation({
    mutationFn: () => signOutOf(sessionId, memberId),
    onSuccess: () => Promise.all(ATTENDANCE_CHANGES.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <p className="now-foot">
        <span className="now-here">{t(byDesk ? 'sessions.signedInByDesk' : 'sessions.signedIn')}</span>
        <button type="button" className="now-plain" onClick={() => setAsking(true)}>
          {t('leave.ask')}
        </button>
      </p>
    );
  }
  return (
    <div className="now-leave">
      <p ref={question} tabIndex={-1}>
        {t('leave.means')} {holdsPaper && <strong>{t('leave.paper')}</strong>}
      </p>
      <button type="button" className="now-plain now-danger" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('leave.go')}
      </button>
      <button type="button" className="now-plain" onClick={() => setAsking(false)}>
        {t('leave.stay')}
      </button>
      {leave.error && (
        <p className="now-problem" role="alert">
          {problemText(leave.error)}
        </p>
      )}
    </div>
  );
}
