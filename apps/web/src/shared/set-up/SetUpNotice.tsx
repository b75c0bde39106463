import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../page/LinkButton.js';
import { useCalls } from '../proposal/queries.js';
import { runsOrganisation } from '../congress/runs-session.js';
import { useMe } from '../congress/use-me.js';
import { useReadiness } from './readiness.js';
import { setUpSteps } from './set-up-steps.js';

/**
 * At home, for the organisation's secretariat alone: how many steps of the set-up are open. Nothing once all are done or a session is held.
 */
export function SetUpNotice() {
  const { t } = useTranslation('setup');
  const me = useMe();
  const readiness = useReadiness(me.data !== undefined && runsOrganisation(me.data));
  const calls = useCalls();
  if (!readiness.data || !calls.data || readiness.data.session?.state === 'OPEN') return null;
  const hasCall = calls.data.some(({ sessionId }) => sessionId === readiness.data.session?.id);
  const left = setUpSteps(readiness.data, hasCall).filter(({ isDone }) => !isDone).length;
  if (left === 0) return null;
  return (
    <Alert
      className="section"
      type="info"
      title={t('notice', { count: left })}
      action={
        <LinkButton to="/setup" type="primary">
          {t('noticeAction')}
        </LinkButton>
      }
    />
  );
}
