import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ATTENDANCE_CHANGES, signInto } from '../../shared/congress/attendance.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';

/** The own sign-in (签到): one tap. What goes wrong is said beside the button, which stays. */
export function OwnSignIn({ sessionId, cameBefore }: { readonly sessionId: string; readonly cameBefore: boolean }) {
  const { t } = useTranslation('home');
  const client = useQueryClient();
  const problemText = useProblemText();
  const signIn = useMutation({
    mutationFn: () => signInto(sessionId),
    onSuccess: () => Promise.all(ATTENDANCE_CHANGES.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <>
      <h2 className="now-title">{t(cameBefore ? 'now.signInAgain' : 'now.signIn')}</h2>
      <button type="button" className="now-button" disabled={signIn.isPending} onClick={() => signIn.mutate()}>
        {t('sessions.signIn')}
      </button>
      {signIn.error && (
        <p className="now-problem" role="alert">
          {problemText(signIn.error)}
        </p>
      )}
    </>
  );
}
