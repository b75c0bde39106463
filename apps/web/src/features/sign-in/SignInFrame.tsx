import { Alert, Card, Typography } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { Seal } from '../../shared/Seal.js';
import { useSession } from '../../shared/use-session.js';
import './sign-in.css';

interface SignInFrameProps {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** Where somebody came from, to be brought back after the sign-in. */
interface Origin {
  readonly from?: string;
  readonly expired?: boolean;
}

/** The two doors into the house share their looks; whoever is signed in already walks through. */
export function SignInFrame({ title, intro, children }: SignInFrameProps) {
  const { t } = useTranslation('signIn');
  const { t: common } = useTranslation();
  const state = useSession();
  const origin = (useLocation().state ?? {}) as Origin;
  const brand = common('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  if (state.status === 'signed-in') return <Navigate to={origin.from ?? '/'} replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <Seal size={44} />
        <strong>{brand}</strong>
        <span className="quiet">{t('tagline')}</span>
      </div>
      <Card className="sign-in-card">
        <Typography.Title level={1}>{title}</Typography.Title>
        {intro && <Typography.Paragraph type="secondary">{intro}</Typography.Paragraph>}
        {origin.expired && <Alert className="section" type="info" showIcon title={t('expired')} />}
        {children}
      </Card>
    </main>
  );
}
