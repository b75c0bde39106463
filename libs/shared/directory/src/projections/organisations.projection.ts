import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { keepIfNewer } from './newer.js';

@Injectable()
export class KeepOrganisationWhenFounded implements Reaction<'congress.organisation-founded.v1'> {
  readonly id = 'KeepOrganisationWhenFounded';
  readonly hears = 'congress.organisation-founded.v1';

  async react({ data, version }: ReceivedEvent<'congress.organisation-founded.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, code, name, level, parentId } = data;
    await keepIfNewer(tx, 'directory_organisations', {
      key: { id: organisationId },
      facts: { code, name, level, parent_id: parentId },
      version,
    });
  }
}

@Injectable()
export class KeepUnitWhenSetUp implements Reaction<'congress.unit-set-up.v1'> {
  readonly id = 'KeepUnitWhenSetUp';
  readonly hears = 'congress.unit-set-up.v1';

  async react({ data, version }: ReceivedEvent<'congress.unit-set-up.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, unitId, code, name } = data;
    await keepIfNewer(tx, 'directory_units', { key: { id: unitId }, facts: { organisation_id: organisationId, code, name }, version });
  }
}

@Injectable()
export class KeepCalendarWhenSet implements Reaction<'congress.calendar-set.v1'> {
  readonly id = 'KeepCalendarWhenSet';
  readonly hears = 'congress.calendar-set.v1';

  async react({ data, version }: ReceivedEvent<'congress.calendar-set.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, zone, daysOff, workingDays } = data;
    await keepIfNewer(tx, 'directory_calendars', {
      key: { organisation_id: organisationId },
      facts: { zone, days_off: daysOff, working_days: workingDays },
      version,
    });
  }
}

@Injectable()
export class KeepMemberWhenRegistered implements Reaction<'congress.member-registered.v2'> {
  readonly id = 'KeepMemberWhenRegistered';
  readonly hears = 'congress.member-registered.v2';

  async react({ data, version }: ReceivedEvent<'congress.member-registered.v2'>, tx: Transaction): Promise<void> {
    const { organisationId, memberId, staffNo, name, mail, unitId, active, standing, hasVote } = data;
    const facts = { organisation_id: organisationId, staff_no: staffNo, name, mail, unit_id: unitId, active, standing, has_vote: hasVote };
    await keepIfNewer(tx, 'directory_members', { key: { id: memberId }, facts, version });
  }
}
