import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { currentTraceId } from '../http/trace.js';

/** One change of state: who did what to which object. Never the content of a vote, a password, a token or a code. */
export interface AuditEntry {
  readonly organisationId: string | null;
  /** The member who acted; null where the system did. */
  readonly actor: string | null;
  /** What was done, as the command is named: `review-proposal`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: object | null;
  readonly after?: object | null;
}

/** Writes audit rows in the transaction of the change; the sealer chains them behind the commit (ADR-0004). */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async append(tx: Transaction, { organisationId, actor, action, subject, before, after }: AuditEntry): Promise<void> {
    await tx.query(
      `INSERT INTO audit_trail (id, occurred_at, organisation_id, actor_id, action, subject_kind, subject_id, before, after, trace_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        randomUUID(),
        this.clock.now(),
        organisationId,
        actor,
        action,
        subject.kind,
        subject.id,
        json(before),
        json(after),
        currentTraceId(),
      ],
    );
  }
}

const json = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);
