import enAccount from './en/account.json';
import enAgenda from './en/agenda.json';
import enAnnouncements from './en/announcements.json';
import enAwards from './en/awards.json';
import enBallots from './en/ballots.json';
import enBoard from './en/board.json';
import enCalendar from './en/calendar.json';
import enCharts from './en/charts.json';
import enCalls from './en/calls.json';
import enCommon from './en/common.json';
import enSessionDesk from './en/session-desk.json';
import enOrganising from './en/organising.json';
import enDrafting from './en/drafting.json';
import enBallotRefusals from './en/ballot-refusals.json';
import enCongressRefusals from './en/congress-refusals.json';
import enNotifierRefusals from './en/notifier-refusals.json';
import enProposalsRefusals from './en/proposals-refusals.json';
import enErrors from './en/errors.json';
import enEvidence from './en/evidence.json';
import enFeedback from './en/feedback.json';
import enFiles from './en/files.json';
import enFounding from './en/founding.json';
import enHistory from './en/history.json';
import enHome from './en/home.json';
import enInbox from './en/inbox.json';
import enIssuing from './en/issuing.json';
import enLedger from './en/ledger.json';
import enLots from './en/lots.json';
import enOpinions from './en/opinions.json';
import enObjections from './en/objections.json';
import enNomination from './en/nomination.json';
import enPapers from './en/papers.json';
import enPreferences from './en/preferences.json';
import enProof from './en/proof.json';
import enProposals from './en/proposals.json';
import enPublication from './en/publication.json';
import enRegister from './en/register.json';
import enReminders from './en/reminders.json';
import enReview from './en/review.json';
import enReport from './en/report.json';
import enReplying from './en/replying.json';
import enDeadlines from './en/deadlines.json';
import enDelegation from './en/delegation.json';
import enRequests from './en/requests.json';
import enRoster from './en/roster.json';
import enScreen from './en/screen.json';
import enScrutiny from './en/scrutiny.json';
import enSeats from './en/seats.json';
import enSetup from './en/setup.json';
import enSheets from './en/sheets.json';
import enSignIn from './en/sign-in.json';
import enSigning from './en/signing.json';
import enSupervision from './en/supervision.json';
import enTurnout from './en/turnout.json';
import enUnit from './en/unit.json';
import enVoting from './en/voting.json';
import enWays from './en/ways.json';
import enYear from './en/year.json';
import zhAccount from './zh-CN/account.json';
import zhAgenda from './zh-CN/agenda.json';
import zhAnnouncements from './zh-CN/announcements.json';
import zhAwards from './zh-CN/awards.json';
import zhBallots from './zh-CN/ballots.json';
import zhBoard from './zh-CN/board.json';
import zhCalendar from './zh-CN/calendar.json';
import zhCharts from './zh-CN/charts.json';
import zhCalls from './zh-CN/calls.json';
import zhCommon from './zh-CN/common.json';
import zhSessionDesk from './zh-CN/session-desk.json';
import zhOrganising from './zh-CN/organising.json';
import zhDrafting from './zh-CN/drafting.json';
import zhBallotRefusals from './zh-CN/ballot-refusals.json';
import zhCongressRefusals from './zh-CN/congress-refusals.json';
import zhNotifierRefusals from './zh-CN/notifier-refusals.json';
import zhProposalsRefusals from './zh-CN/proposals-refusals.json';
import zhErrors from './zh-CN/errors.json';
import zhEvidence from './zh-CN/evidence.json';
import zhFeedback from './zh-CN/feedback.json';
import zhFiles from './zh-CN/files.json';
import zhFounding from './zh-CN/founding.json';
import zhHistory from './zh-CN/history.json';
import zhHome from './zh-CN/home.json';
import zhInbox from './zh-CN/inbox.json';
import zhIssuing from './zh-CN/issuing.json';
import zhLedger from './zh-CN/ledger.json';
import zhLots from './zh-CN/lots.json';
import zhOpinions from './zh-CN/opinions.json';
import zhObjections from './zh-CN/objections.json';
import zhNomination from './zh-CN/nomination.json';
import zhPapers from './zh-CN/papers.json';
import zhPreferences from './zh-CN/preferences.json';
import zhProof from './zh-CN/proof.json';
import zhProposals from './zh-CN/proposals.json';
import zhPublication from './zh-CN/publication.json';
import zhRegister from './zh-CN/register.json';
import zhReminders from './zh-CN/reminders.json';
import zhReview from './zh-CN/review.json';
import zhReport from './zh-CN/report.json';
import zhReplying from './zh-CN/replying.json';
import zhDeadlines from './zh-CN/deadlines.json';
import zhDelegation from './zh-CN/delegation.json';
import zhRequests from './zh-CN/requests.json';
import zhRoster from './zh-CN/roster.json';
import zhScreen from './zh-CN/screen.json';
import zhScrutiny from './zh-CN/scrutiny.json';
import zhSeats from './zh-CN/seats.json';
import zhSetup from './zh-CN/setup.json';
import zhSheets from './zh-CN/sheets.json';
import zhSignIn from './zh-CN/sign-in.json';
import zhSigning from './zh-CN/signing.json';
import zhSupervision from './zh-CN/supervision.json';
import zhTurnout from './zh-CN/turnout.json';
import zhUnit from './zh-CN/unit.json';
import zhVoting from './zh-CN/voting.json';
import zhWays from './zh-CN/ways.json';
import zhYear from './zh-CN/year.json';

/** Chinese first: what is missing elsewhere is shown in Chinese. */
export const CHINESE = {
  common: zhCommon,
  account: zhAccount,
  agenda: zhAgenda,
  papers: zhPapers,
  announcements: zhAnnouncements,
  charts: zhCharts,
  errors: zhErrors,
  congressRefusals: zhCongressRefusals,
  proposalsRefusals: zhProposalsRefusals,
  ballotRefusals: zhBallotRefusals,
  notifierRefusals: zhNotifierRefusals,
  signIn: zhSignIn,
  history: zhHistory,
  home: zhHome,
  feedback: zhFeedback,
  files: zhFiles,
  founding: zhFounding,
  setup: zhSetup,
  sessionDesk: zhSessionDesk,
  inbox: zhInbox,
  preferences: zhPreferences,
  proof: zhProof,
  proposals: zhProposals,
  signing: zhSigning,
  board: zhBoard,
  calls: zhCalls,
  publication: zhPublication,
  register: zhRegister,
  reminders: zhReminders,
  review: zhReview,
  report: zhReport,
  ledger: zhLedger,
  replying: zhReplying,
  supervision: zhSupervision,
  unit: zhUnit,
  awards: zhAwards,
  ballots: zhBallots,
  evidence: zhEvidence,
  lots: zhLots,
  opinions: zhOpinions,
  objections: zhObjections,
  seats: zhSeats,
  turnout: zhTurnout,
  voting: zhVoting,
  ways: zhWays,
  year: zhYear,
  sheets: zhSheets,
  screen: zhScreen,
  organising: zhOrganising,
  drafting: zhDrafting,
  nomination: zhNomination,
  issuing: zhIssuing,
  scrutiny: zhScrutiny,
  deadlines: zhDeadlines,
  delegation: zhDelegation,
  requests: zhRequests,
  roster: zhRoster,
  calendar: zhCalendar,
};

export const ENGLISH = {
  common: enCommon,
  account: enAccount,
  agenda: enAgenda,
  papers: enPapers,
  announcements: enAnnouncements,
  charts: enCharts,
  errors: enErrors,
  congressRefusals: enCongressRefusals,
  proposalsRefusals: enProposalsRefusals,
  ballotRefusals: enBallotRefusals,
  notifierRefusals: enNotifierRefusals,
  signIn: enSignIn,
  history: enHistory,
  home: enHome,
  feedback: enFeedback,
  files: enFiles,
  founding: enFounding,
  setup: enSetup,
  sessionDesk: enSessionDesk,
  inbox: enInbox,
  preferences: enPreferences,
  proof: enProof,
  proposals: enProposals,
  signing: enSigning,
  board: enBoard,
  calls: enCalls,
  publication: enPublication,
  register: enRegister,
  reminders: enReminders,
  review: enReview,
  report: enReport,
  ledger: enLedger,
  replying: enReplying,
  supervision: enSupervision,
  unit: enUnit,
  awards: enAwards,
  ballots: enBallots,
  evidence: enEvidence,
  lots: enLots,
  opinions: enOpinions,
  objections: enObjections,
  seats: enSeats,
  turnout: enTurnout,
  voting: enVoting,
  ways: enWays,
  year: enYear,
  sheets: enSheets,
  screen: enScreen,
  organising: enOrganising,
  drafting: enDrafting,
  nomination: enNomination,
  issuing: enIssuing,
  scrutiny: enScrutiny,
  deadlines: enDeadlines,
  delegation: enDelegation,
  requests: enRequests,
  roster: enRoster,
  calendar: enCalendar,
};
