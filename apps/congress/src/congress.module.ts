import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MessagingModule } from '@plenum/messaging';
import { currentTraceId, ServiceKitModule, withTrace } from '@plenum/service-kit';
import { AccountsModule } from './accounts/accounts.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CongressConfig } from './congress.config.js';
import { MandatesModule } from './mandates/mandates.module.js';
import { MANDATE_REACTIONS } from './mandates/mandates.reactions.js';
import { MembersModule } from './members/members.module.js';
import { OfficesModule } from './offices/offices.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { RosterModule } from './roster/roster.module.js';
import { SeatingModule } from './seating/seating.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { CONGRESS_MIGRATIONS } from './storage/migrations/congress-migrations.js';

const CAPABILITIES = [
  SignInModule,
  AccountsModule,
  OrganisationsModule,
  CalendarModule,
  MembersModule,
  RosterModule,
  SessionsModule,
  SeatingModule,
  OfficesModule,
  AttendanceModule,
  MandatesModule,
  ReadinessModule,
];

/** The congress service: who sits, and when. */
@Module({})
export class CongressModule {
  static forConfig(config: CongressConfig): DynamicModule {
    const { databaseUrl, redisUrl } = config;
    return {
      module: CongressModule,
      global: true,
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
        ...CAPABILITIES,
      ],
      providers: [{ provide: CongressConfig, useValue: config }],
      exports: [CongressConfig],
    };
  }
}
