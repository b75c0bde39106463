import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { session } from '../api/client.js';
import { eraseMarks } from '../features/voting/marking/kept-marks.js';
import { tidyAsPeopleCome } from '../shared/kept-text/kept-on-device.js';
import { createQueries } from './queries.js';
import { router } from './routes.js';

const START_ATTEMPTS = 6; // With the pauses: as long as somebody looks at a page that does not come.
const START_PAUSE_MS = 2_000;

const queries = createQueries();

/** The whole client: server state and pages. The component library is no part of it: it comes with the pages that need it. */
export function App() {
  useEffect(() => {
    const stopTidying = tidyAsPeopleCome(session);
    const stopStarting = startSession();
    const stopForgetting = forgetAsPeopleChange();
    return () => {
      stopStarting();
      stopTidying();
      stopForgetting();
    };
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** Finds out who is signed in. A network that is lost at that moment is waited for a while, and signs nobody out. */
function startSession(): () => void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = () => {
    attempts += 1;
    session.start().catch(() => {
      if (attempts === START_ATTEMPTS) session.close('never-in');
      else timer = setTimeout(attempt, START_PAUSE_MS);
    });
  };
  attempt();
  return () => clearTimeout(timer);
}

/** What one person was shown is not kept for the next on the same device: nor what a page still remembers, so it is loaded anew. */
function forgetAsPeopleChange(): () => void {
  let shownTo: string | null = null;
  return session.subscribe(() => {
    const state = session.state();
    if (state.status === 'signed-out') {
      if (state.cause === 'left') eraseMarks(sessionStorage);
      queries.clear();
      shownTo = null;
    }
    if (state.status !== 'signed-in') return;
    eraseMarks(sessionStorage, state.member.id);
    if (shownTo !== null && shownTo !== state.member.id) {
      queries.clear();
      window.location.replace('/');
    }
    shownTo = state.member.id;
  });
}
