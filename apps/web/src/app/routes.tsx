import { lazy, type ReactNode, Suspense } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { FirstSignInPage } from '../features/sign-in/FirstSignInPage.js';
import { ForgottenPage } from '../features/sign-in/ForgottenPage.js';
import { SignInPage } from '../features/sign-in/SignInPage.js';
import { loadAllMessages } from '../i18n/i18n.js';
import { Waiting } from '../shared/plain/Waiting.js';
import { Frame, type PageLoading } from './Frame.js';
import { NotFound, PageFault } from './page-faults.js';
import { RequireSignIn } from './RequireSignIn.js';

type PageCode = () => Promise<{ readonly default: () => ReactNode }>;

/** Every page but sign-in and vote comes with the component library, and with all message files. */
const LibraryShell = lazy(async () => {
  const [{ LibraryShell: shell }] = await Promise.all([import('./LibraryShell.js'), loadAllMessages()]);
  return { default: shell };
});

/** A page whose code is fetched when it is first opened. */
function page(path: string, load: PageCode): RouteObject {
  const Content = lazy(load);
  const handle: PageLoading = { load };
  return {
    path,
    handle,
    element: (
      <Suspense fallback={<Waiting />}>
        <Content />
      </Suspense>
    ),
  };
}

const WITH_LIBRARY = (
  <Suspense fallback={<Waiting />}>
    <LibraryShell />
  </Suspense>
);

/** Every address of the client. People on phones who sign in and vote do not pay for what the other pages need. */
export const router = createBrowserRouter([
  {
    errorElement: <PageFault />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      { path: '/first-sign-in', element: <FirstSignInPage /> },
      { path: '/forgotten-password', element: <ForgottenPage /> },
      {
        element: <RequireSignIn>{WITH_LIBRARY}</RequireSignIn>,
        children: [
          page('/ballots/:id/screen', async () => ({ default: (await import('../features/screen/ScreenPage.js')).ScreenPage })),
          page('/sessions/:id/screen', async () => ({
            default: (await import('../features/screen/SessionScreenPage.js')).SessionScreenPage,
          })),
        ],
      },
      {
        element: WITH_LIBRARY,
        children: [page('/found', async () => ({ default: (await import('../features/founding/FoundingPage.js')).FoundingPage }))],
      },
      {
        element: (
          <RequireSignIn>
            <Frame />
          </RequireSignIn>
        ),
        children: [
          {
            errorElement: <PageFault />,
            children: [
              page('/ballots/:id/vote', async () => ({ default: (await import('../features/voting/VotePage.js')).VotePage })),
              {
                element: WITH_LIBRARY,
                children: [
                  page('/', async () => ({ default: (await import('../features/home/HomePage.js')).HomePage })),
                  page('/inbox', async () => ({ default: (await import('../features/inbox/InboxPage.js')).InboxPage })),
                  page('/proposals', async () => ({ default: (await import('../features/proposals/ProposalsPage.js')).ProposalsPage })),
                  page('/proposals/new', async () => ({
                    default: (await import('../features/proposals/NewProposalPage.js')).NewProposalPage,
                  })),
                  page('/proposals/:id', async () => ({ default: (await import('../features/proposals/ProposalPage.js')).ProposalPage })),
                  page('/board', async () => ({ default: (await import('../features/board/BoardPage.js')).BoardPage })),
                  page('/unit', async () => ({ default: (await import('../features/unit/UnitPage.js')).UnitPage })),
                  page('/unit/:id', async () => ({ default: (await import('../features/unit/ReplyPage.js')).ReplyPage })),
                  page('/ballots', async () => ({ default: (await import('../features/ballots/BallotsPage.js')).BallotsPage })),
                  page('/ballots/new', async () => ({ default: (await import('../features/drafting/NewBallotPage.js')).NewBallotPage })),
                  page('/ballots/:id', async () => ({ default: (await import('../features/ballots/BallotPage.js')).BallotPage })),
                  page('/ballots/:id/evidence', async () => ({
                    default: (await import('../features/evidence/EvidencePage.js')).EvidencePage,
                  })),
                  page('/ballots/:id/lots', async () => ({ default: (await import('../features/lots/LotsPage.js')).LotsPage })),
                  page('/ballots/:id/objections', async () => ({
                    default: (await import('../features/objections/ObjectionsPage.js')).ObjectionsPage,
                  })),
                  page('/ballots/:id/seats', async () => ({ default: (await import('../features/seats/SeatsPage.js')).SeatsPage })),
                  page('/ballots/:id/turnout', async () => ({ default: (await import('../features/turnout/TurnoutPage.js')).TurnoutPage })),
                  page('/ballots/:id/nomination', async () => ({
                    default: (await import('../features/nomination/NominationPage.js')).NominationPage,
                  })),
                  page('/ballots/:id/relatives', async () => ({
                    default: (await import('../features/nomination/RelativesPage.js')).RelativesPage,
                  })),
                  page('/ballots/:id/issuing', async () => ({ default: (await import('../features/issuing/IssuingPage.js')).IssuingPage })),
                  page('/ballots/:id/revise', async () => ({ default: (await import('../features/drafting/RevisePage.js')).RevisePage })),
                  page('/ballots/:id/desk', async () => ({
                    default: (await import('../features/organising/OrganisingPage.js')).OrganisingPage,
                  })),
                  page('/ballots/:id/schedule', async () => ({
                    default: (await import('../features/organising/preparing/SchedulePage.js')).SchedulePage,
                  })),
                  page('/ballots/:id/readiness', async () => ({
                    default: (await import('../features/organising/preparing/ReadinessPage.js')).ReadinessPage,
                  })),
                  page('/ballots/:id/print', async () => ({
                    default: (await import('../features/organising/preparing/PrintedBallotPage.js')).PrintedBallotPage,
                  })),
                  page('/ballots/:id/hands', async () => ({
                    default: (await import('../features/organising/counting/HandsPage.js')).HandsPage,
                  })),
                  page('/ballots/:id/sheets', async () => ({ default: (await import('../features/sheets/SheetsPage.js')).SheetsPage })),
                  page('/ballots/:id/scrutiny', async () => ({
                    default: (await import('../features/scrutiny/ScrutinyPage.js')).ScrutinyPage,
                  })),
                  page('/day', async () => ({ default: (await import('../features/home/DayPage.js')).DayPage })),
                  page('/ballots/:id/screen/text', async () => ({
                    default: (await import('../features/screen/BallotTwinPage.js')).BallotTwinPage,
                  })),
                  page('/sessions/:id/screen/text', async () => ({
                    default: (await import('../features/screen/SessionTwinPage.js')).SessionTwinPage,
                  })),
                  page('/sessions/:id/desk', async () => ({
                    default: (await import('../features/session-desk/SessionDeskPage.js')).SessionDeskPage,
                  })),
                  page('/roster', async () => ({ default: (await import('../features/roster/RosterPage.js')).RosterPage })),
                  page('/account', async () => ({ default: (await import('../features/account/AccountPage.js')).AccountPage })),
                  page('/calls', async () => ({ default: (await import('../features/calls/CallsPage.js')).CallsPage })),
                  page('/register', async () => ({ default: (await import('../features/register/RegisterPage.js')).RegisterPage })),
                  page('/setup', async () => ({ default: (await import('../features/setup/SetUpPage.js')).SetUpPage })),
                  page('/setup/units', async () => ({ default: (await import('../features/setup/units/UnitsPage.js')).UnitsPage })),
                  page('/setup/terms', async () => ({ default: (await import('../features/setup/terms/TermsPage.js')).TermsPage })),
                  page('/setup/sessions/:id', async () => ({
                    default: (await import('../features/setup/seating/SeatingPage.js')).SeatingPage,
                  })),
                  page('/setup/offices', async () => ({ default: (await import('../features/setup/offices/OfficesPage.js')).OfficesPage })),
                  page('/mandates', async () => ({ default: (await import('../features/setup/seating/MandatesPage.js')).MandatesPage })),
                  page('/calendar', async () => ({ default: (await import('../features/calendar/CalendarPage.js')).CalendarPage })),
                ],
              },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
]);
