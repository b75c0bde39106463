import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../shared/use-session.js';

/** Shows its children to whoever is signed in, and sends everybody else to the sign-in, from where they come back. */
export function RequireSignIn({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const state = useSession();
  const location = useLocation();
  if (state.status === 'starting') {
    return (
      <div className="waiting" role="status" aria-label={t('loading')}>
        <Spin size="large" />
      </div>
    );
  }
  if (state.status === 'signed-out') {
    // Where somebody left off is nobody else's business on the same device.
    const origin = state.cause === 'left' ? {} : { from: `${location.pathname}${location.search}`, expired: state.cause === 'expired' };
    return <Navigate to="/sign-in" replace state={origin} />;
  }
  return <>{children}</>;
}
