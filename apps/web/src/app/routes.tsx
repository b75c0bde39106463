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

/** A page whose code is fetched when it is first opened: a component of that name in a module. */
function page<N extends string>(path: string, loadModule: () => Promise<Readonly<Record<N, () => ReactNode>>>, name: N): RouteObject {
  const load: PageCode = async () => ({ default: (await loadModule())[name] });
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
          page('/ballots/:id/screen', () => import('../features/screen/ScreenPage.js'), 'ScreenPage'),
          page('/sessions/:id/screen', () => import('../features/screen/SessionScreenPage.js'), 'SessionScreenPage'),
        ],
      },
      {
        element: WITH_LIBRARY,
        children: [
          page('/found', () => import('../features/founding/FoundingPage.js'), 'FoundingPage'),
          page('/unsubscribe', () => import('../features/unsubscribing/UnsubscribePage.js'), 'UnsubscribePage'),
        ],
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
              page('/ballots/:id/vote', () => import('../features/voting/VotePage.js'), 'VotePage'),
              {
                element: WITH_LIBRARY,
                children: [
                  page('/', () => import('../features/home/HomePage.js'), 'HomePage'),
                  page('/inbox/preferences', () => import('../features/preferences/PreferencesPage.js'), 'PreferencesPage'),
                  page('/inbox', () => import('../features/inbox/InboxPage.js'), 'InboxPage'),
                  page('/proposals', () => import('../features/proposals/ProposalsPage.js'), 'ProposalsPage'),
                  page('/proposals/new', () => import('../features/proposals/NewProposalPage.js'), 'NewProposalPage'),
                  page('/proposals/:id/merging', () => import('../features/merging/MergingPage.js'), 'MergingPage'),
                  page('/proposals/:id', () => import('../features/proposals/ProposalPage.js'), 'ProposalPage'),
                  page('/requests', () => import('../features/requests/RequestsPage.js'), 'RequestsPage'),
                  page('/board', () => import('../features/board/BoardPage.js'), 'BoardPage'),
                  page('/statistics', () => import('../features/statistics/StatisticsPage.js'), 'StatisticsPage'),
                  page('/deadlines', () => import('../features/deadlines/DeadlinesPage.js'), 'DeadlinesPage'),
                  page('/paper-form', () => import('../features/paper-form/PaperFormPage.js'), 'PaperFormPage'),
                  page('/unit', () => import('../features/unit/UnitPage.js'), 'UnitPage'),
                  page('/unit/:id', () => import('../features/unit/ReplyPage.js'), 'ReplyPage'),
                  page('/ledger', () => import('../features/ledger/LedgerPage.js'), 'LedgerPage'),
                  page('/ledger/:id', () => import('../features/ledger/CommitmentPage.js'), 'CommitmentPage'),
                  page('/published', () => import('../features/publication/PublishedPage.js'), 'PublishedPage'),
                  page('/published/:id', () => import('../features/publication/PublishedMatterPage.js'), 'PublishedMatterPage'),
                  page('/awards', () => import('../features/awards/AwardsPage.js'), 'AwardsPage'),
                  page('/opinions', () => import('../features/opinions/OpinionsPage.js'), 'OpinionsPage'),
                  page('/opinions/new', () => import('../features/opinions/NewOpinionPage.js'), 'NewOpinionPage'),
                  page('/opinions/box', () => import('../features/opinions/BoxPage.js'), 'BoxPage'),
                  page('/opinions/:id', () => import('../features/opinions/OpinionPage.js'), 'OpinionPage'),
                  page('/ballots', () => import('../features/ballots/BallotsPage.js'), 'BallotsPage'),
                  page('/ballots/new', () => import('../features/drafting/NewBallotPage.js'), 'NewBallotPage'),
                  page('/ballots/:id', () => import('../features/ballots/BallotPage.js'), 'BallotPage'),
                  page('/ballots/:id/evidence', () => import('../features/evidence/EvidencePage.js'), 'EvidencePage'),
                  page('/ballots/:id/lots', () => import('../features/lots/LotsPage.js'), 'LotsPage'),
                  page('/ballots/:id/objections', () => import('../features/objections/ObjectionsPage.js'), 'ObjectionsPage'),
                  page('/ballots/:id/seats', () => import('../features/seats/SeatsPage.js'), 'SeatsPage'),
                  page('/ballots/:id/turnout', () => import('../features/turnout/TurnoutPage.js'), 'TurnoutPage'),
                  page('/ballots/:id/nomination', () => import('../features/nomination/NominationPage.js'), 'NominationPage'),
                  page('/ballots/:id/relatives', () => import('../features/nomination/RelativesPage.js'), 'RelativesPage'),
                  page('/ballots/:id/issuing', () => import('../features/issuing/IssuingPage.js'), 'IssuingPage'),
                  page('/ballots/:id/revise', () => import('../features/drafting/RevisePage.js'), 'RevisePage'),
                  page('/ballots/:id/desk', () => import('../features/organising/OrganisingPage.js'), 'OrganisingPage'),
                  page('/ballots/:id/schedule', () => import('../features/organising/preparing/SchedulePage.js'), 'SchedulePage'),
                  page('/ballots/:id/readiness', () => import('../features/organising/preparing/ReadinessPage.js'), 'ReadinessPage'),
                  page('/ballots/:id/print', () => import('../features/organising/preparing/PrintedBallotPage.js'), 'PrintedBallotPage'),
                  page('/ballots/:id/hands', () => import('../features/organising/counting/HandsPage.js'), 'HandsPage'),
                  page('/ballots/:id/sheets', () => import('../features/sheets/SheetsPage.js'), 'SheetsPage'),
                  page('/ballots/:id/scrutiny', () => import('../features/scrutiny/ScrutinyPage.js'), 'ScrutinyPage'),
                  page('/day', () => import('../features/home/DayPage.js'), 'DayPage'),
                  page('/ballots/:id/screen/text', () => import('../features/screen/BallotScreenTextPage.js'), 'BallotScreenTextPage'),
                  page('/sessions/:id/screen/text', () => import('../features/screen/SessionScreenTextPage.js'), 'SessionScreenTextPage'),
                  page('/sessions/:id/agenda', () => import('../features/agenda/AgendaPage.js'), 'AgendaPage'),
                  page('/sessions/:id/desk', () => import('../features/session-desk/SessionDeskPage.js'), 'SessionDeskPage'),
                  page('/roster', () => import('../features/roster/RosterPage.js'), 'RosterPage'),
                  page('/account', () => import('../features/account/AccountPage.js'), 'AccountPage'),
                  page('/calls', () => import('../features/calls/CallsPage.js'), 'CallsPage'),
                  page('/register', () => import('../features/register/RegisterPage.js'), 'RegisterPage'),
                  page('/history', () => import('../features/history/HistoryPage.js'), 'HistoryPage'),
                  page('/setup', () => import('../features/setup/SetUpPage.js'), 'SetUpPage'),
                  page('/setup/units', () => import('../features/setup/units/UnitsPage.js'), 'UnitsPage'),
                  page('/setup/terms', () => import('../features/setup/terms/TermsPage.js'), 'TermsPage'),
                  page('/setup/sessions/:id', () => import('../features/setup/seating/SeatingPage.js'), 'SeatingPage'),
                  page('/setup/offices', () => import('../features/setup/offices/OfficesPage.js'), 'OfficesPage'),
                  page('/mandates', () => import('../features/setup/seating/MandatesPage.js'), 'MandatesPage'),
                  page('/calendar', () => import('../features/calendar/CalendarPage.js'), 'CalendarPage'),
                  page('/year', () => import('../features/year/YearPage.js'), 'YearPage'),
                  page('/announcements', () => import('../features/announcements/AnnouncementsPage.js'), 'AnnouncementsPage'),
                  page('/proofs', () => import('../features/proof/ProofsPage.js'), 'ProofsPage'),
                  page('/proofs/:id', () => import('../features/proof/ProofPage.js'), 'ProofPage'),
                  page('/proofs/:id/paper', () => import('../features/proof/PaperListPage.js'), 'PaperListPage'),
                  page('/ways', () => import('../features/ways/WaysPage.js'), 'WaysPage'),
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
