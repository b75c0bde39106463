import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalendarOverrides, checkedOverrides } from '@plenum/calendar';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { CalendarRepository } from './calendar.repository.js';

/** Sets on which days the organisation works: every period in working days that begins from now on is counted by it. */
export class SetCalendar extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly calendar: CalendarOverrides,
    /** The version that the changes were made on. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetCalendar)
export class SetCalendarHandler implements ICommandHandler<SetCalendar> {
  constructor(
    private readonly permissions: Permissions,
    private readonly calendars: CalendarRepository,
  ) {}

  /**
   * @throws `congress.forbidden`, `congress.outdated`, `calendar.no-such-date`, `calendar.contradictory-override`,
   * `calendar.unknown-time-zone`
   */
  async execute({ actor, calendar, read }: SetCalendar): Promise<void> {
    await this.permissions.assertAllowed(actor, 'set-calendar');
    await this.calendars.set({ actor, action: 'set-calendar', read }, checkedOverrides(calendar));
  }
}
