import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MessagingModule } from '@plenum/messaging';
import { currentTraceId, ServiceKitModule, withTrace } from '@plenum/service-kit';
import { Authority } from './access/authority.js';
import { AccessTokens } from './accounts/access-tokens.js';
import { AccountController } from './accounts/account.controller.js';
import { ChangePasswordHandler } from './accounts/change-password.command.js';
import { CodeMail } from './accounts/code-mail.js';
import { DeviceCookie } from './accounts/device-cookie.js';
import { DevicesQuery } from './accounts/devices.query.js';
import { FailuresOfNetworks } from './accounts/failures-of-networks.js';
import { FirstSignInHandler } from './accounts/first-sign-in.command.js';
import { KnownDevices } from './accounts/known-devices.js';
import { MeController } from './accounts/me.controller.js';
import { MeQuery } from './accounts/me.query.js';
import { PasswordPolicy } from './accounts/password-policy.js';
import { Passwords } from './accounts/passwords.js';
import { RefreshCookie } from './accounts/refresh-cookie.js';
import { RefreshTokens } from './accounts/refresh-tokens.js';
import { RefreshController } from './accounts/refresh.controller.js';
import { SendSignInCodeHandler } from './accounts/send-sign-in-code.command.js';
import { SignInSubjects } from './accounts/sign-in-subjects.js';
import { SignInAttempts } from './accounts/sign-in-attempts.js';
import { SignInCodes } from './accounts/sign-in-codes.js';
import { SignInHandler } from './accounts/sign-in.command.js';
import { SignInController } from './accounts/sign-in.controller.js';
import { SignOutDevicesHandler } from './accounts/sign-out-devices.command.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceQuery } from './attendance/attendance.query.js';
import { AttendeesQuery } from './attendance/attendees.query.js';
import { LeaveSessionHandler } from './attendance/leave-session.command.js';
import { SignInToSessionHandler } from './attendance/sign-in-to-session.command.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarQuery } from './calendar/calendar.query.js';
import { SetCalendarHandler } from './calendar/set-calendar.command.js';
import { CongressConfig } from './congress.config.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandatesQuery } from './mandates/mandates.query.js';
import { MANDATE_REACTIONS } from './mandates/mandates.reactions.js';
import { AmendMemberHandler } from './members/amend-member.command.js';
import { IssueSignInCodesHandler } from './members/issue-sign-in-codes.command.js';
import { MembersController } from './members/members.controller.js';
import { MembersQuery } from './members/members.query.js';
import { RegisterMemberHandler } from './members/register-member.command.js';
import { UnlockSignInHandler } from './members/unlock-sign-in.command.js';
import { AssignOfficeHandler } from './offices/assign-office.command.js';
import { OfficesController } from './offices/offices.controller.js';
import { OfficesQuery } from './offices/offices.query.js';
import { RelieveOfficeHandler } from './offices/relieve-office.command.js';
import { FoundOrganisationHandler } from './organisations/found-organisation.command.js';
import { HouseQuery } from './organisations/house.query.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { RenameUnitHandler } from './organisations/rename-unit.command.js';
import { SetUpUnitHandler } from './organisations/set-up-unit.command.js';
import { UnitsQuery } from './organisations/units.query.js';
import { ReadinessController } from './readiness/readiness.controller.js';
import { ReadinessQuery } from './readiness/readiness.query.js';
import { ChooseCreationsHandler } from './roster/choose-creations.command.js';
import { ConfirmRosterHandler } from './roster/confirm-roster.command.js';
import { PreviewRosterHandler } from './roster/preview-roster.command.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterQuery } from './roster/roster.query.js';
import { AmendDelegationHandler } from './seating/amend-delegation.command.js';
import { FormDelegationHandler } from './seating/form-delegation.command.js';
import { SeatDelegateHandler } from './seating/seat-delegate.command.js';
import { SeatManyHandler } from './seating/seat-many.command.js';
import { SeatingController } from './seating/seating.controller.js';
import { SeatingQuery } from './seating/seating.query.js';
import { UnseatDelegateHandler } from './seating/unseat-delegate.command.js';
import { CloseSessionHandler } from './sessions/close-session.command.js';
import { OpenSessionHandler } from './sessions/open-session.command.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsQuery } from './sessions/sessions.query.js';
import { SetUpSessionHandler } from './sessions/set-up-session.command.js';
import { SetUpTermHandler } from './sessions/set-up-term.command.js';
import { AccountRepository } from './storage/account.repository.js';
import { CalendarRepository } from './storage/calendar.repository.js';
import { MandateRepository } from './storage/mandate.repository.js';
import { MemberRepository } from './storage/member.repository.js';
import { CONGRESS_MIGRATIONS } from './storage/migrations/congress-migrations.js';
import { OfficeRepository } from './storage/office.repository.js';
import { OrganisationRepository } from './storage/organisation.repository.js';
import { RosterRepository } from './storage/roster.repository.js';
import { SessionRepository } from './storage/session.repository.js';

const COMMANDS = [
  SignInHandler,
  FirstSignInHandler,
  SendSignInCodeHandler,
  ChangePasswordHandler,
  SignOutDevicesHandler,
  FoundOrganisationHandler,
  SetUpUnitHandler,
  RenameUnitHandler,
  SetCalendarHandler,
  RegisterMemberHandler,
  AmendMemberHandler,
  IssueSignInCodesHandler,
  UnlockSignInHandler,
  PreviewRosterHandler,
  ChooseCreationsHandler,
  ConfirmRosterHandler,
  SetUpTermHandler,
  SetUpSessionHandler,
  OpenSessionHandler,
  CloseSessionHandler,
  FormDelegationHandler,
  AmendDelegationHandler,
  SeatDelegateHandler,
  SeatManyHandler,
  UnseatDelegateHandler,
  AssignOfficeHandler,
  RelieveOfficeHandler,
  SignInToSessionHandler,
  LeaveSessionHandler,
];
const QUERIES = [
  MeQuery,
  DevicesQuery,
  HouseQuery,
  UnitsQuery,
  CalendarQuery,
  MembersQuery,
  RosterQuery,
  SessionsQuery,
  SeatingQuery,
  OfficesQuery,
  AttendanceQuery,
  AttendeesQuery,
  MandatesQuery,
  ReadinessQuery,
];
const STORAGE = [
  AccountRepository,
  OrganisationRepository,
  CalendarRepository,
  MemberRepository,
  RosterRepository,
  SessionRepository,
  OfficeRepository,
  MandateRepository,
];
const ACCOUNTS = [
  AccessTokens,
  CodeMail,
  DeviceCookie,
  FailuresOfNetworks,
  KnownDevices,
  PasswordPolicy,
  Passwords,
  RefreshCookie,
  RefreshTokens,
  SignInAttempts,
  SignInCodes,
  SignInSubjects,
];
const CONTROLLERS = [
  SignInController,
  RefreshController,
  MeController,
  AccountController,
  OrganisationsController,
  CalendarController,
  MembersController,
  RosterController,
  SessionsController,
  SeatingController,
  OfficesController,
  AttendanceController,
  MandatesController,
  ReadinessController,
];

/** The table of contents of the congress service: who sits, and when. */
@Module({})
export class CongressModule {
  static forConfig(config: CongressConfig): DynamicModule {
    const { databaseUrl, redisUrl } = config;
    return {
      module: CongressModule,
      imports: [
        CqrsModule.forRoot(),
        ServiceKitModule.forService({ name: 'congress', config, migrations: CONGRESS_MIGRATIONS }),
        MessagingModule.forService({
          name: 'congress',
          reactions: MANDATE_REACTIONS,
          redisUrl,
          keys: config,
          databaseUrl,
          tracing: { current: currentTraceId, run: withTrace },
        }),
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: CongressConfig, useValue: config },
        Authority,
        ...ACCOUNTS,
        ...STORAGE,
        ...QUERIES,
        ...COMMANDS,
        ...MANDATE_REACTIONS,
      ],
    };
  }
}
