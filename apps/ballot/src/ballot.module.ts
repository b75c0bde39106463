import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DIRECTORY_MIGRATIONS, DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { Alarms, EventKeys, MESSAGING_MIGRATIONS, MessagingModule } from '@plenum/messaging';
import {
  currentTraceId,
  SERVICE_KIT_MIGRATIONS,
  ServiceKitModule,
  type ServiceKitOptions,
  withTrace,
  ChangeRecords,
} from '@plenum/service-kit';
import { Calendars } from './access/calendars.js';
import { Presence } from './presence/presence.js';
import { Standings } from './access/standings.js';
import { BallotConfig } from './ballot.config.js';
import { CountHandsHandler } from './counting/count-hands.command.js';
import { CountVotesHandler } from './counting/count-votes.command.js';
import { CountingController } from './counting/counting.controller.js';
import { SheetDifferencesHandler } from './counting/differences.query.js';
import { EnterSheetsHandler } from './counting/enter-sheets.command.js';
import { SettleDifferenceHandler } from './counting/settle-difference.command.js';
import { OwnSheetsHandler } from './counting/sheets.query.js';
import { AnnulBallotHandler } from './declaring/annul-ballot.command.js';
import { ApproveResultHandler } from './declaring/approve-result.command.js';
import { ArchiveResultHandler } from './declaring/archive-result.command.js';
import { DeclareResultHandler } from './declaring/declare-result.command.js';
import { DeclaringController } from './declaring/declaring.controller.js';
import { PrepareNextRoundHandler } from './declaring/prepare-next-round.command.js';
import { PublishResultHandler } from './declaring/publish-result.command.js';
import { RejectResultHandler } from './declaring/reject-result.command.js';
import { BallotResultHandler } from './declaring/result.query.js';
import { RunAgainHandler } from './declaring/run-again.command.js';
import { SignTallyHandler } from './declaring/sign-tally.command.js';
import { BallotDocumentHandler } from './documents/ballot-document.query.js';
import { AccessToVote } from './documents/access-to-vote.js';
import { BallotDocuments } from './documents/ballot-documents.js';
import { DescribeCandidatesHandler } from './describing/describe-candidates.command.js';
import { DescribingController } from './describing/describing.controller.js';
import { PictureOfBallotHandler } from './describing/picture.query.js';
import { ProfilesOfBallotHandler } from './describing/profiles.query.js';
import { RemovePictureHandler } from './describing/remove-picture.command.js';
import { SetPictureHandler } from './describing/set-picture.command.js';
import { DocumentsController } from './documents/documents.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { BallotEvidenceHandler } from './evidence/evidence.query.js';
import { EvidenceParts } from './evidence/evidence-parts.js';
import { OwedController } from './pending-tasks/owed.controller.js';
import { OwedByMemberHandler } from './pending-tasks/owed.query.js';
import { Parts } from './pending-tasks/parts.js';
import { ConfirmNameHandler } from './paper-desk/confirm-name.command.js';
import { DoubtfulSheetsHandler } from './paper-desk/doubts.query.js';
import { MatchNameHandler } from './paper-desk/match-name.command.js';
import { NameStatements } from './paper-desk/name-statements.js';
import { PaperDeskController } from './paper-desk/paper-desk.controller.js';
import { RuleOnDoubtHandler } from './paper-desk/rule-on-doubt.command.js';
import { NamesOnPapersHandler } from './paper-desk/written-names.query.js';
import { BeginLotsHandler } from './open-seats/begin-lots.command.js';
import { CommitLotHandler } from './open-seats/commit-lot.command.js';
import { DecideVacancyHandler } from './open-seats/decide-vacancy.command.js';
import { OpenSeatsController } from './open-seats/open-seats.controller.js';
import { PrepareSecondStageHandler } from './open-seats/prepare-second-stage.command.js';
import { RevealLotHandler } from './open-seats/reveal-lot.command.js';
import { VoidLotsHandler } from './open-seats/void-lots.command.js';
import { AnswerCandidateObjectionHandler } from './nominating/answer-candidate-objection.command.js';
import { CallPrimaryHandler } from './nominating/call-primary.command.js';
import { CloseNominationHandler } from './nominating/close-nomination.command.js';
import { DeclareRelativesHandler } from './nominating/declare-relatives.command.js';
import { DeclineNominationHandler } from './nominating/decline-nomination.command.js';
import { NominateCandidateHandler } from './nominating/nominate-candidate.command.js';
import { NominatingController } from './nominating/nominating.controller.js';
import { NominationPageHandler } from './nominating/nomination-page.query.js';
import { ObjectToCandidateHandler } from './nominating/object-to-candidate.command.js';
import { PostCandidatesHandler } from './nominating/post-candidates.command.js';
import { RelativesController } from './nominating/relatives.controller.js';
import { DeclaredRelativesHandler } from './nominating/relatives.query.js';
import { WithdrawRelativesHandler } from './nominating/withdraw-relatives.command.js';
import { AnswerObjectionHandler } from './objecting/answer-objection.command.js';
import { ObjectingController } from './objecting/objecting.controller.js';
import { BallotObjectionsHandler } from './objecting/objections.query.js';
import { RaiseObjectionHandler } from './objecting/raise-objection.command.js';
import { Claimants } from './presence/claimants.js';
import { ClaimantAtDeskHandler } from './issuing/claimant.query.js';
import { ClaimantsController } from './issuing/claimants.controller.js';
import { AccountResetsController } from './issuing/account-resets.controller.js';
import { AccountResetsOfBallotHandler } from './issuing/account-resets.query.js';
import { KeepAccountReset, KeepSessionAnnouncement } from './issuing/account-resets.reactions.js';
import { DeskSignInsController } from './issuing/desk-sign-ins.controller.js';
import { DeskSignInsOfBallotHandler } from './issuing/desk-sign-ins.query.js';
import { KeepDeskSignIn } from './issuing/desk-sign-ins.reaction.js';
import { ConfirmAccountHandler } from './issuing/confirm-account.command.js';
import { DeskController } from './issuing/desk.controller.js';
import { IssuePaperHandler } from './issuing/issue-paper.command.js';
import { IssueSlipHandler } from './issuing/issue-slip.command.js';
import { IssuedPapersHandler } from './issuing/issued-papers.query.js';
import { PrepareSlipsHandler } from './issuing/prepare-slips.command.js';
import { ReplaceSlipHandler } from './issuing/replace-slip.command.js';
import { SlipsController } from './issuing/slips.controller.js';
import { SlipsOfBallotHandler } from './issuing/slips.query.js';
import { TakeBackCredentialHandler } from './issuing/take-back-credential.command.js';
import { TakeBackPaperHandler } from './issuing/take-back-paper.command.js';
import { TakeBackSlipHandler } from './issuing/take-back-slip.command.js';
import { VoidSlipsHandler } from './issuing/void-slips.command.js';
import { CallOffBallotHandler } from './preparing/call-off-ballot.command.js';
import { DeleteDraftHandler } from './preparing/delete-draft.command.js';
import { AdoptRulesHandler } from './preparing/adopt-rules.command.js';
import { Candidacies } from './preparing/candidacies.js';
import { DraftBallotHandler } from './preparing/draft-ballot.command.js';
import { FreezeRollHandler } from './preparing/freeze-roll.command.js';
import { NameOfficersHandler } from './preparing/name-officers.command.js';
import { PreparingController } from './preparing/preparing.controller.js';
import { ReviseBallotHandler } from './preparing/revise-ballot.command.js';
import { PracticeVote } from './rehearsing/practice-vote.js';
import { ReadinessHandler } from './rehearsing/readiness.query.js';
import { RehearseBallotHandler } from './rehearsing/rehearse-ballot.command.js';
import { Rehearsals } from './rehearsing/rehearsals.js';
import { RehearsingController } from './rehearsing/rehearsing.controller.js';
import { Voters } from './preparing/voters.js';
import { RehearsalsRepository } from './storage/rehearsals.repository.js';
import { BallotListHandler } from './reading/ballot-list.query.js';
import { BallotPageHandler } from './reading/ballot-page.query.js';
import { BallotsController } from './reading/ballots.controller.js';
import { VisibleBallots } from './reading/visible-ballots.js';
import { PresetsController } from './reading/presets.controller.js';
import { AddShareHandler } from './sealed/add-share.command.js';
import { BallotBoxes } from './sealed/ballot-boxes.js';
import { BoardLooks } from './sealed/board-looks.js';
import { BoardController } from './sealed/board.controller.js';
import { BoardArchiveHandler, BoardHeadHandler, BoardSidecarHandler } from './sealed/board.query.js';
import { CeremonyController } from './sealed/ceremony.controller.js';
import { CeremonyHandler, OwnCeremonyHandler } from './sealed/ceremony.query.js';
import { CastPaperHandler } from './sealed/cast-paper.command.js';
import { CredentialsHandler } from './sealed/credentials.query.js';
import { ForeignVerifier } from './sealed/foreign-verifier.js';
import { KeyMaking } from './sealed/key-making.js';
import { OfferKeyHandler } from './sealed/offer-key.command.js';
import { OpenBoards } from './sealed/open-boards.js';
import { OpenedSums } from './sealed/opened-sums.js';
import { RegisterCredentialHandler } from './sealed/register-credential.command.js';
import { SealedController } from './sealed/sealed.controller.js';
import { Sealing } from './sealed/sealing.js';
import { TakeCeremonyStepHandler } from './sealed/take-ceremony-step.command.js';
import { TrusteeKeysHandler } from './sealed/trustee-keys.query.js';
import { Verification } from './sealed/verification.js';
import { BallotRepository } from './storage/ballot.repository.js';
import { BoardRepository } from './storage/board.repository.js';
import { CandidateObjectionsRepository } from './storage/candidate-objections.repository.js';
import { CeremonyRepository } from './storage/ceremony.repository.js';
import { CredentialsRepository } from './storage/credentials.repository.js';
import { EntriesRepository } from './storage/entries.repository.js';
import { BallotAdvisory1700000000410 } from './storage/migrations/ballot-advisory.migration.js';
import { BallotAftermath1700000000521 } from './storage/migrations/ballot-aftermath.migration.js';
import { BallotDeclaration1700000000520 } from './storage/migrations/ballot-declaration.migration.js';
import { BallotTables1700000000400 } from './storage/migrations/ballot-tables.migration.js';
import { BallotPresets1700000000460 } from './storage/migrations/ballot-presets.migration.js';
import { IssuedPapers1700000000550 } from './storage/migrations/issued-papers.migration.js';
import { Nomination1700000000510 } from './storage/migrations/nomination.migration.js';
import { MixedChannel1700000000540 } from './storage/migrations/mixed-channel.migration.js';
import { BallotRounds1700000000470 } from './storage/migrations/ballot-rounds.migration.js';
import { SealedCeremony1700000000541 } from './storage/migrations/sealed-ceremony.migration.js';
import { BallotFollowing1700000000530 } from './storage/migrations/ballot-following.migration.js';
import { BallotTiming1700000000531 } from './storage/migrations/ballot-timing.migration.js';
import { SecondStage1700000000532 } from './storage/migrations/second-stage.migration.js';
import { Rehearsals1700000000533 } from './storage/migrations/rehearsals.migration.js';
import { SecondStageAgain1700000000534 } from './storage/migrations/second-stage-again.migration.js';
import { SealedTables1700000000450 } from './storage/migrations/sealed-tables.migration.js';
import { PaperDesk1700000000560 } from './storage/migrations/paper-desk.migration.js';
import { RehearsalProgress1700000000570 } from './storage/migrations/rehearsal-progress.migration.js';
import { BoardUncompressed1700000000580 } from './storage/migrations/board-uncompressed.migration.js';
import { SealedMarks1700000000542 } from './storage/migrations/sealed-marks.migration.js';
import { CandidateProfiles1700000000740 } from './storage/migrations/candidate-profiles.migration.js';
import { AccountResets1700000000720 } from './storage/migrations/account-resets.migration.js';
import { DeskSignIns1700000000730 } from './storage/migrations/desk-sign-ins.migration.js';
import { UnfitVerifier1700000000700 } from './storage/migrations/unfit-verifier.migration.js';
import { PendingCredentials1700000000710 } from './storage/migrations/pending-credentials.migration.js';
import { SealedVerdicts1700000000543 } from './storage/migrations/sealed-verdicts.migration.js';
import { AccountResetsRepository } from './storage/account-resets.repository.js';
import { DeskSignInsRepository } from './storage/desk-sign-ins.repository.js';
import { HoldingsRepository } from './storage/holdings.repository.js';
import { OldPages } from './storage/old-pages.js';
import { ObjectionsRepository } from './storage/objections.repository.js';
import { ProfilesRepository } from './storage/profiles.repository.js';
import { RollRepository } from './storage/roll.repository.js';
import { SidecarRepository } from './storage/sidecar.repository.js';
import { SlipsRepository } from './storage/slips.repository.js';
import { TrusteeKeysRepository } from './storage/trustee-keys.repository.js';
import { VerdictsRepository } from './storage/verdicts.repository.js';
import { WrittenNamesRepository } from './storage/written-names.repository.js';
import { Appointments } from './timing/appointments.js';
import { AppointmentsWorker } from './timing/appointments.worker.js';
import { SetScheduleHandler } from './timing/set-schedule.command.js';
import { TimingController } from './timing/timing.controller.js';
import { TurnoutController } from './turnout/turnout.controller.js';
import { TurnoutHandler } from './turnout/turnout.query.js';
import { CloseVotingHandler } from './voting/close-voting.command.js';
import { Closings } from './voting/closings.js';
import { CorrectReturnedHandler } from './voting/correct-returned.command.js';
import { OpenVotingHandler } from './voting/open-voting.command.js';
import { Openings } from './voting/openings.js';
import { VotingController } from './voting/voting.controller.js';

export const SERVICE = 'ballot';

/** Everything the service does that changes something, in the order of a vote. */
const COMMANDS = [
  DraftBallotHandler,
  ReviseBallotHandler,
  DeleteDraftHandler,
  CallOffBallotHandler,
  AdoptRulesHandler,
  NominateCandidateHandler,
  DeclineNominationHandler,
  PostCandidatesHandler,
  ObjectToCandidateHandler,
  AnswerCandidateObjectionHandler,
  CallPrimaryHandler,
  CloseNominationHandler,
  DeclareRelativesHandler,
  WithdrawRelativesHandler,
  FreezeRollHandler,
  NameOfficersHandler,
  OfferKeyHandler,
  TakeCeremonyStepHandler,
  RegisterCredentialHandler,
  IssuePaperHandler,
  TakeBackPaperHandler,
  TakeBackCredentialHandler,
  CorrectReturnedHandler,
  PrepareSlipsHandler,
  IssueSlipHandler,
  ReplaceSlipHandler,
  TakeBackSlipHandler,
  VoidSlipsHandler,
  OpenVotingHandler,
  CastPaperHandler,
  CloseVotingHandler,
  CountHandsHandler,
  EnterSheetsHandler,
  SettleDifferenceHandler,
  RuleOnDoubtHandler,
  MatchNameHandler,
  ConfirmNameHandler,
  AddShareHandler,
  CountVotesHandler,
  SignTallyHandler,
  DeclareResultHandler,
  ApproveResultHandler,
  RejectResultHandler,
  PublishResultHandler,
  RaiseObjectionHandler,
  AnswerObjectionHandler,
  ArchiveResultHandler,
  AnnulBallotHandler,
  PrepareNextRoundHandler,
  RunAgainHandler,
];

/** Everything it can be asked. */
const QUERIES = [
  BallotListHandler,
  BallotPageHandler,
  OwedByMemberHandler,
  NominationPageHandler,
  DeclaredRelativesHandler,
  OwnSheetsHandler,
  SheetDifferencesHandler,
  DoubtfulSheetsHandler,
  NamesOnPapersHandler,
  TrusteeKeysHandler,
  CeremonyHandler,
  OwnCeremonyHandler,
  CredentialsHandler,
  BoardHeadHandler,
  BoardArchiveHandler,
  BoardSidecarHandler,
  IssuedPapersHandler,
  SlipsOfBallotHandler,
  ClaimantAtDeskHandler,
  TurnoutHandler,
  BallotResultHandler,
  BallotObjectionsHandler,
];

/** What candidates hand in about themselves. */
const DESCRIBING = [
  ProfilesRepository,
  VisibleBallots,
  DescribeCandidatesHandler,
  SetPictureHandler,
  RemovePictureHandler,
  ProfilesOfBallotHandler,
  PictureOfBallotHandler,
];

/** What the paper desk, the documents and the evidence stand on. */
const PAPER_DESK = [
  WrittenNamesRepository,
  NameStatements,
  EvidenceParts,
  AccessToVote,
  BallotDocuments,
  BallotDocumentHandler,
  BallotEvidenceHandler,
];

/** What follows from an outcome that leaves something open. */
const FOLLOWING = [BeginLotsHandler, CommitLotHandler, RevealLotHandler, VoidLotsHandler, DecideVacancyHandler, PrepareSecondStageHandler];

/** The clock of a vote. */
const TIMING = [Openings, Closings, SetScheduleHandler, Appointments, AppointmentsWorker];

/** The day before. */
const REHEARSING = [Voters, RehearsalsRepository, PracticeVote, Rehearsals, RehearseBallotHandler, ReadinessHandler];

/** What the sealed channel stands on. */
const SEALED = [
  BallotBoxes,
  BoardLooks,
  Sealing,
  OpenedSums,
  OpenBoards,
  Verification,
  KeyMaking,
  TrusteeKeysRepository,
  CeremonyRepository,
  CredentialsRepository,
  OldPages,
  BoardRepository,
  SidecarRepository,
  VerdictsRepository,
  ForeignVerifier,
];

/** What the desks, and the list of what is owed, stand on. */
const DESKS = [
  Claimants,
  HoldingsRepository,
  SlipsRepository,
  AccountResetsRepository,
  ConfirmAccountHandler,
  AccountResetsOfBallotHandler,
  KeepAccountReset,
  KeepSessionAnnouncement,
  DeskSignInsRepository,
  DeskSignInsOfBallotHandler,
  KeepDeskSignIn,
  Parts,
];

/** What this service hears. */
const REACTIONS = [...DIRECTORY_REACTIONS, KeepAccountReset, KeepSessionAnnouncement, KeepDeskSignIn];

/** What the kit needs to know of this service. */
export const kitOptions = (config: BallotConfig): ServiceKitOptions => ({
  name: SERVICE,
  config,
  migrations: [
    ...SERVICE_KIT_MIGRATIONS,
    ...MESSAGING_MIGRATIONS,
    ...DIRECTORY_MIGRATIONS,
    BallotTables1700000000400,
    BallotAdvisory1700000000410,
    SealedTables1700000000450,
    BallotPresets1700000000460,
    BallotRounds1700000000470,
    Nomination1700000000510,
    BallotDeclaration1700000000520,
    BallotAftermath1700000000521,
    BallotFollowing1700000000530,
    BallotTiming1700000000531,
    SecondStage1700000000532,
    Rehearsals1700000000533,
    SecondStageAgain1700000000534,
    MixedChannel1700000000540,
    SealedCeremony1700000000541,
    SealedMarks1700000000542,
    SealedVerdicts1700000000543,
    IssuedPapers1700000000550,
    PaperDesk1700000000560,
    RehearsalProgress1700000000570,
    BoardUncompressed1700000000580,
    UnfitVerifier1700000000700,
    PendingCredentials1700000000710,
    AccountResets1700000000720,
    DeskSignIns1700000000730,
    CandidateProfiles1700000000740,
  ],
});

/** How it is decided: rules, officers, roll, hands and paper, count, signatures, result. */
@Module({})
export class BallotModule {
  static with(config: BallotConfig): DynamicModule {
    const { redisUrl, databaseUrl } = config;
    const tracing = { current: currentTraceId, run: withTrace };
    return {
      module: BallotModule,
      imports: [
        CqrsModule.forRoot(),
        ServiceKitModule.forService(kitOptions(config)),
        MessagingModule.forService({
          name: SERVICE,
          reactions: REACTIONS,
          redisUrl,
          keys: config,
          databaseUrl,
          tracing,
        }),
        DirectoryModule,
      ],
      controllers: [
        PreparingController,
        DescribingController,
        NominatingController,
        RelativesController,
        DeskController,
        SlipsController,
        ClaimantsController,
        AccountResetsController,
        DeskSignInsController,
        VotingController,
        TurnoutController,
        CountingController,
        PaperDeskController,
        EvidenceController,
        DocumentsController,
        SealedController,
        CeremonyController,
        BoardController,
        DeclaringController,
        ObjectingController,
        OpenSeatsController,
        TimingController,
        RehearsingController,
        BallotsController,
        OwedController,
        PresetsController,
      ],
      providers: [
        Standings,
        Calendars,
        Presence,
        Candidacies,
        BallotRepository,
        RollRepository,
        EntriesRepository,
        CandidateObjectionsRepository,
        ...DESCRIBING,
        ...PAPER_DESK,
        ObjectionsRepository,
        ChangeRecords,
        ...SEALED,
        ...DESKS,
        { provide: BallotConfig, useValue: config },
        ...COMMANDS,
        ...TIMING,
        { provide: Alarms, useFactory: () => new Alarms(SERVICE, redisUrl, EventKeys.of(SERVICE, config)) },
        ...FOLLOWING,
        ...REHEARSING,
        ...QUERIES,
      ],
    };
  }
}
