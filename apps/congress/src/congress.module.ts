import { type DynamicModule, Module } from '@nestjs/common';
import { serviceFoundation } from '@plenum/service-kit';
import { AccountsModule } from './accounts/accounts.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { AgendaModule } from './agenda/agenda.module.js';
import { AGENDA_REACTIONS } from './agenda/agenda.reactions.js';
import { type CongressConfig, SERVICE } from './congress.config.js';
import { DutiesModule } from './duties/duties.module.js';
import { MandatesModule } from './mandates/mandates.module.js';
import { MANDATE_REACTIONS } from './mandates/mandates.reactions.js';
import { MembersModule } from './members/members.module.js';
import { OfficesModule } from './offices/offices.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PapersModule } from './papers/papers.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { RosterModule } from './roster/roster.module.js';
import { SeatingModule } from './seating/seating.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

const CAPABILITIES = [
  SignInModule,
  AccountsModule,
  OrganisationsModule,
  CalendarModule,
  MembersModule,
  RosterModule,
  AgendaModule,
  PapersModule,
  DutiesModule,
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
  static with(config: CongressConfig): DynamicModule {
    const reactions = [...MANDATE_REACTIONS, ...AGENDA_REACTIONS];
    return { module: CongressModule, imports: [...serviceFoundation(SERVICE, config, reactions), ...CAPABILITIES] };
  }
}
