import { Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { unkept } from './unkept.js';

/** Asks before the page is left, only where something would be lost. One for the whole house: the router knows one at a time. */
export function LeaveGuard() {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unkept.isAny() && `${currentLocation.pathname}${currentLocation.search}` !== `${nextLocation.pathname}${nextLocation.search}`);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unkept.isAny()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('kept.leave.title')}
      okText={t('kept.leave.go')}
      okButtonProps={{ danger: true }}
      cancelText={t('kept.leave.stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('kept.leave.text')}
    </Modal>
  );
}
