import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { keepIfNewer } from './newer.js';

@Injectable()
export class KeepOfficeWhenAssigned implements Reaction<'congress.office-assigned.v1'> {
  readonly id = 'KeepOfficeWhenAssigned';
  readonly hears = 'congress.office-assigned.v1';

  async react({ data, version }: ReceivedEvent<'congress.office-assigned.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, officeId, memberId, office, sessionId, unitId, chief } = data;
    const facts = {
      organisation_id: organisationId,
      member_id: memberId,
      office,
      session_id: sessionId,
      unit_id: unitId,
      chief,
      held: true,
    };
    await keepIfNewer(tx, 'directory_offices', { key: { id: officeId }, facts, version });
  }
}

@Injectable()
export class KeepOfficeWhenRelieved implements Reaction<'congress.office-relieved.v1'> {
  readonly id = 'KeepOfficeWhenRelieved';
  readonly hears = 'congress.office-relieved.v1';

  async react({ data, version }: ReceivedEvent<'congress.office-relieved.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, officeId, memberId } = data;
    await keepIfNewer(tx, 'directory_offices', {
      key: { id: officeId },
      facts: { organisation_id: organisationId, member_id: memberId, held: false },
      version,
    });
  }
}
