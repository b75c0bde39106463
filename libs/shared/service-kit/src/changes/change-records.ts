import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { type AuditEntry, AuditTrail } from '../audit/audit-trail.js';
import type { ChangeRequest } from './change-request.js';

/** What a change leaves besides the rows of what was changed. */
export interface ChangeRecord extends Pick<AuditEntry, 'subject' | 'before' | 'after'> {
  readonly events?: readonly NewEvent[];
}

/** What remains of a change besides the thing itself: a row of the audit trail, and the facts for others. */
@Injectable()
export class ChangeRecords {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes both in the transaction of the change. */
  async write(
    tx: Transaction,
    { actor, action }: Pick<ChangeRequest, 'actor' | 'action'>,
    { subject, before = null, after = null, events = [] }: ChangeRecord,
  ): Promise<void> {
    const entry = { organisationId: actor.organisationId, actor: actor.memberId, action, subject, before, after };
    await Promise.all([this.audit.append(tx, entry), this.publish(tx, events)]);
  }

  /** Writes the facts of a change that is part of a larger one, whose row of the audit trail stands for it. */
  async publish(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    await this.outbox.append(tx, events);
  }
}
