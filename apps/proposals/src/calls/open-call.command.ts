import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Outbox } from '@plenum/messaging';
import { type CallWindow, type NewCall, ProposalErrors, openCall } from '@plenum/proposals-domain';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { StorageErrors } from '../storage/storage.errors.js';
import { Authorities } from '../access/authorities.js';
import { CallRepository } from '../storage/call.repository.js';

/** The proposals committee calls for proposals to a session, under rules that are then frozen. */
export class OpenCall extends Command<CallWindow> {
  constructor(
    readonly actor: Actor,
    readonly call: Omit<NewCall, 'id' | 'organisationId'>,
  ) {
    super();
  }
}

@CommandHandler(OpenCall)
export class OpenCallHandler implements ICommandHandler<OpenCall> {
  constructor(
    private readonly database: Database,
    private readonly calls: CallRepository,
    private readonly directory: Directory,
    private readonly authorities: Authorities,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  execute({ actor, call }: OpenCall): Promise<CallWindow> {
    return this.database.transaction(async (tx) => {
      const { memberId, organisationId } = actor;
      const session = await this.directory.session(tx, call.sessionId);
      if (session?.organisationId !== organisationId) throw StorageErrors.notFound('session', call.sessionId);
      if (!(await this.authorities.authorityIn(tx, actor, call.sessionId)).reviews) throw ProposalErrors.notTheCommittee();
      const opened = openCall({ ...call, id: randomUUID(), organisationId });
      await this.calls.add(tx, opened);
      const { id: callId, sessionId } = opened;
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'open-call',
        subject: { kind: 'call', id: callId },
        after: opened,
      });
      const window = { opensAt: opened.opensAt.toISOString(), closesAt: opened.closesAt?.toISOString() ?? null };
      await this.outbox.append(tx, [
        { name: 'proposals.call-opened.v1', aggregateId: callId, version: 1, data: { organisationId, sessionId, callId, ...window } },
      ]);
      return opened;
    });
  }
}
