import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter } from 'react-router';
import { Frame } from './Frame.js';
import { NotFound, PageFault } from './page-faults.js';
import { RequireSignIn } from './RequireSignIn.js';

const SignInPage = lazy(async () => ({ default: (await import('../features/sign-in/SignInPage.js')).SignInPage }));
const FirstSignInPage = lazy(async () => ({ default: (await import('../features/sign-in/FirstSignInPage.js')).FirstSignInPage }));
const HomePage = lazy(async () => ({ default: (await import('../features/home/HomePage.js')).HomePage }));
const InboxPage = lazy(async () => ({ default: (await import('../features/inbox/InboxPage.js')).InboxPage }));
const ProposalsPage = lazy(async () => ({ default: (await import('../features/proposals/ProposalsPage.js')).ProposalsPage }));
const NewProposalPage = lazy(async () => ({ default: (await import('../features/proposals/NewProposalPage.js')).NewProposalPage }));
const ProposalPage = lazy(async () => ({ default: (await import('../features/proposals/ProposalPage.js')).ProposalPage }));
const BoardPage = lazy(async () => ({ default: (await import('../features/board/BoardPage.js')).BoardPage }));
const CallsPage = lazy(async () => ({ default: (await import('../features/calls/CallsPage.js')).CallsPage }));
const RegisterPage = lazy(async () => ({ default: (await import('../features/register/RegisterPage.js')).RegisterPage }));
const UnitPage = lazy(async () => ({ default: (await import('../features/unit/UnitPage.js')).UnitPage }));
const ReplyPage = lazy(async () => ({ default: (await import('../features/unit/ReplyPage.js')).ReplyPage }));
const BallotsPage = lazy(async () => ({ default: (await import('../features/ballots/BallotsPage.js')).BallotsPage }));
const BallotPage = lazy(async () => ({ default: (await import('../features/ballots/BallotPage.js')).BallotPage }));
const EvidencePage = lazy(async () => ({ default: (await import('../features/evidence/EvidencePage.js')).EvidencePage }));
const LotsPage = lazy(async () => ({ default: (await import('../features/lots/LotsPage.js')).LotsPage }));
const ObjectionsPage = lazy(async () => ({ default: (await import('../features/objections/ObjectionsPage.js')).ObjectionsPage }));
const SeatsPage = lazy(async () => ({ default: (await import('../features/seats/SeatsPage.js')).SeatsPage }));
const TurnoutPage = lazy(async () => ({ default: (await import('../features/turnout/TurnoutPage.js')).TurnoutPage }));
const RelativesPage = lazy(async () => ({ default: (await import('../features/nomination/RelativesPage.js')).RelativesPage }));
const NominationPage = lazy(async () => ({ default: (await import('../features/nomination/NominationPage.js')).NominationPage }));
const RosterPage = lazy(async () => ({ default: (await import('../features/roster/RosterPage.js')).RosterPage }));
const AccountPage = lazy(async () => ({ default: (await import('../features/account/AccountPage.js')).AccountPage }));
const CalendarPage = lazy(async () => ({ default: (await import('../features/calendar/CalendarPage.js')).CalendarPage }));
const IssuingPage = lazy(async () => ({ default: (await import('../features/issuing/IssuingPage.js')).IssuingPage }));
const VotePage = lazy(async () => ({ default: (await import('../features/voting/VotePage.js')).VotePage }));
const ScrutinyPage = lazy(async () => ({ default: (await import('../features/scrutiny/ScrutinyPage.js')).ScrutinyPage }));
const NewBallotPage = lazy(async () => ({ default: (await import('../features/drafting/NewBallotPage.js')).NewBallotPage }));
const RevisePage = lazy(async () => ({ default: (await import('../features/drafting/RevisePage.js')).RevisePage }));
const DeskPage = lazy(async () => ({ default: (await import('../features/desk/DeskPage.js')).DeskPage }));
const ScreenPage = lazy(async () => ({ default: (await import('../features/screen/ScreenPage.js')).ScreenPage }));
const SessionDeskPage = lazy(async () => ({ default: (await import('../features/day/SessionDeskPage.js')).SessionDeskPage }));
const SheetsPage = lazy(async () => ({ default: (await import('../features/sheets/SheetsPage.js')).SheetsPage }));

const page = (content: ReactNode) => <Suspense fallback={null}>{content}</Suspense>;

/** Every address of the client; a page's code is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    errorElement: <PageFault />,
    children: [
      { path: '/sign-in', element: page(<SignInPage />) },
      { path: '/first-sign-in', element: page(<FirstSignInPage />) },
      { path: '/ballots/:id/screen', element: <RequireSignIn>{page(<ScreenPage />)}</RequireSignIn> },
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
              { path: '/', element: page(<HomePage />) },
              { path: '/inbox', element: page(<InboxPage />) },
              { path: '/proposals', element: page(<ProposalsPage />) },
              { path: '/proposals/new', element: page(<NewProposalPage />) },
              { path: '/proposals/:id', element: page(<ProposalPage />) },
              { path: '/board', element: page(<BoardPage />) },
              { path: '/calls', element: page(<CallsPage />) },
              { path: '/register', element: page(<RegisterPage />) },
              { path: '/unit', element: page(<UnitPage />) },
              { path: '/unit/:id', element: page(<ReplyPage />) },
              { path: '/ballots', element: page(<BallotsPage />) },
              { path: '/ballots/new', element: page(<NewBallotPage />) },
              { path: '/ballots/:id', element: page(<BallotPage />) },
              { path: '/ballots/:id/evidence', element: page(<EvidencePage />) },
              { path: '/ballots/:id/lots', element: page(<LotsPage />) },
              { path: '/ballots/:id/objections', element: page(<ObjectionsPage />) },
              { path: '/ballots/:id/seats', element: page(<SeatsPage />) },
              { path: '/ballots/:id/turnout', element: page(<TurnoutPage />) },
              { path: '/ballots/:id/nomination', element: page(<NominationPage />) },
              { path: '/ballots/:id/relatives', element: page(<RelativesPage />) },
              { path: '/ballots/:id/issuing', element: page(<IssuingPage />) },
              { path: '/ballots/:id/vote', element: page(<VotePage />) },
              { path: '/ballots/:id/revise', element: page(<RevisePage />) },
              { path: '/ballots/:id/desk', element: page(<DeskPage />) },
              { path: '/ballots/:id/sheets', element: page(<SheetsPage />) },
              { path: '/ballots/:id/scrutiny', element: page(<ScrutinyPage />) },
              { path: '/sessions/:id/desk', element: page(<SessionDeskPage />) },
              { path: '/roster', element: page(<RosterPage />) },
              { path: '/account', element: page(<AccountPage />) },
              { path: '/calendar', element: page(<CalendarPage />) },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
]);
