import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import { Outbox, type Transaction } from '@plenum/messaging';
import { type AuditEntry, AuditTrail } from '@plenum/service-kit';
import type { ChangeRequest } from './change-request.js';

/** What a change leaves besides the rows of what was changed. */
export interface ChangeRecord extends Pick<AuditEntry, 'subject' | 'before' | 'after'> {
  readonly events?: readonly NewEvent[];
}

/** What remains of a change besides the object itself: the facts for others, and a row of the audit trail. */
@Injectable()
export class ChangeRecords {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Writes both in the transaction of the change. */
  async write(
    tx: Transaction,
    { organisationId, actor, action }: ChangeRequest,
    { events = [], subject, before = null, after = null }: ChangeRecord,
  ): Promise<void> {
    await this.publish(tx, events);
    await this.audit.append(tx, { organisationId, actor, action, subject, before, after });
  }

  /** Writes the facts of a change that is part of a larger one, whose row of the audit trail stands for it. */
  async publish(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    await this.outbox.append(tx, events);
  }
}
