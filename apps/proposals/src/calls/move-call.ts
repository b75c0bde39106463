import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Outbox } from '@plenum/messaging';
import { assertCurrent, type Authority, type CallWindow } from '@plenum/proposals-domain';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { CallRepository } from '../storage/call.repository.js';

/** Another end for a call, or other targets, by the committee. */
export interface Move {
  readonly actor: Actor;
  readonly callId: string;
  /** As the command is named: `extend-call`. */
  readonly action: string;
  /** The version that the change was made on. */
  readonly read: number;
  /** What must be there besides, looked up once whoever asks may change it. */
  readonly check?: (tx: Transaction, call: CallWindow) => Promise<void>;
  readonly change: (call: CallWindow, by: Authority, at: Date) => CallWindow;
  /** What changes, as the audit trail keeps it. */
  readonly kept: (call: CallWindow) => object;
  /** The fact that others hear of; null where nobody is told. */
  readonly told: (call: CallWindow, at: Date) => NewEvent | null;
}

/** The frame of a change of a call: who may, audit, event. */
@Injectable()
export class CallMoves {
  constructor(
    private readonly database: Database,
    private readonly calls: CallRepository,
    private readonly authorities: Authorities,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.outdated`, and what the change refuses */
  move({ actor, callId, action, read, check, change, kept, told }: Move): Promise<CallWindow> {
    const { memberId, organisationId } = actor;
    return this.database.transaction(async (tx) => {
      const before = await this.calls.lock(tx, callId, organisationId);
      const by = await this.authorities.authorityIn(tx, actor, before.sessionId);
      const at = this.clock.now();
      const call = change(before, by, at);
      await check?.(tx, before);
      assertCurrent(before, read);
      await this.calls.change(tx, call);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action,
        subject: { kind: 'call', id: callId },
        before: kept(before),
        after: kept(call),
      });
      const event = told(call, at);
      if (event) await this.outbox.append(tx, [event]);
      return call;
    });
  }
}
