import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Button } from '../plain/Button.js';
import { Dialog } from '../plain/Dialog.js';
import { unkept } from './unkept.js';

/** Asks before the page is left, only where something would be lost. One for the whole house: the router knows one at a time. */
export function LeaveGuard() {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unkept.isAny() && `${currentLocation.pathname}${currentLocation.search}` !== `${nextLocation.pathname}${nextLocation.search}`,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unkept.isAny()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={t('kept.leave.title')} onClose={() => blocker.reset()}>
      <p>{t('kept.leave.text')}</p>
      <div className="buttons">
        <Button autoFocus onClick={() => blocker.reset()}>
          {t('kept.leave.stay')}
        </Button>
        <Button look="danger" onClick={() => blocker.proceed()}>
          {t('kept.leave.go')}
        </Button>
      </div>
    </Dialog>
  );
}
