import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { SignInAgain } from '../features/sign-in/SignInAgain.js';
import { Waiting } from '../shared/plain/Waiting.js';
import { useAuthSession } from '../shared/congress/use-auth-session.js';

/**
 * Shows its children to whoever is signed in, and sends everybody else to the sign-in, from where they come back. Where a sign-in has
 * lapsed the page stays, with all that was typed and marked, behind a door that the same person opens.
 */
export function RequireSignIn({ children }: { readonly children: ReactNode }) {
  const state = useAuthSession();
  const location = useLocation();
  if (state.status === 'starting') return <Waiting isWhole />;
  if (state.status === 'signed-out') {
    // Where somebody left off is nobody else's business on the same device.
    return <Navigate to="/sign-in" replace state={state.cause === 'left' ? {} : { from: `${location.pathname}${location.search}` }} />;
  }
  return (
    <>
      {children}
      {state.isLapsed && <SignInAgain name={state.member.name} />}
    </>
  );
}
