import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { LanguageButton } from '../../shared/page/LanguageButton.js';
import { Seal } from '../../shared/page/Seal.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';
import { useHouse } from '../../shared/congress/use-house.js';
import './sign-in.css';

interface SignInFrameProps {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** Where somebody came from, to be brought back after the sign-in. */
interface Origin {
  readonly from?: string;
}

/** What the sign-in pages look alike in; whoever is signed in already is taken on at once. */
export function SignInFrame({ title, intro, children }: SignInFrameProps) {
  const { t } = useTranslation('signIn');
  const { t: common } = useTranslation();
  const state = useAuthSession();
  const house = useHouse();
  const origin = (useLocation().state ?? {}) as Origin;
  const brand = common('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  if (state.status === 'signed-in') return <Navigate to={origin.from ?? '/'} replace />;
  if (house.data?.founded === false) return <Navigate to="/found" replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <LanguageButton />
      </div>
      <div className="sign-in-brand">
        <Seal size={44} />
        <strong>{brand}</strong>
        <span className="quiet">{house.data?.organisation?.name ?? t('tagline')}</span>
      </div>
      <div className="sign-in-card card">
        <h1>{title}</h1>
        {intro && <p className="quiet">{intro}</p>}
        {children}
      </div>
    </main>
  );
}
