import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Outbox } from '@plenum/messaging';
import { assertCurrent, type CallWindow, ProposalErrors } from '@plenum/proposals-domain';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { CallRepository } from '../storage/call.repository.js';

/** Another end for a call, by the committee. */
export interface Move {
  readonly actor: Actor;
  readonly callId: string;
  /** As the command is named: `extend-call`. */
  readonly action: string;
  /** The version that the change was made on. */
  readonly read: number;
  readonly change: (call: CallWindow, at: Date) => CallWindow;
  readonly told: (call: CallWindow) => NewEvent;
}

/** The frame of a change of a call's window: who may, audit, event. */
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

  /** @throws `proposals.not-found`, `proposals.not-the-committee`, `proposals.outdated`, and what the change refuses */
  move({ actor, callId, action, read, change, told }: Move): Promise<CallWindow> {
    const { memberId, organisationId } = actor;
    return this.database.transaction(async (tx) => {
      const before = await this.calls.lock(tx, callId, organisationId);
      if (!(await this.authorities.authorityIn(tx, actor, before.sessionId)).reviews) throw ProposalErrors.notTheCommittee();
      const call = change(before, this.clock.now());
      assertCurrent(before, read);
      await this.calls.move(tx, call);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action,
        subject: { kind: 'call', id: callId },
        before: { closesAt: before.closesAt },
        after: { closesAt: call.closesAt },
      });
      await this.outbox.append(tx, [told(call)]);
      return call;
    });
  }
}
