import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CalendarController } from './calendar.controller.js';
import { OrganisationCalendarHandler } from './calendar.query.js';
import { CalendarRepository } from './calendar.repository.js';
import { SetCalendarHandler } from './set-calendar.command.js';

/** On which days an organisation works. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [CalendarController],
  providers: [CalendarRepository, SetCalendarHandler, OrganisationCalendarHandler],
})
export class CalendarModule {}
