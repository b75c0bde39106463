import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { formDelegation } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Forms a delegation of a session, with or without a head. */
export class FormDelegation extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly delegation: { readonly name: string; readonly headMemberId: string | null },
  ) {
    super();
  }
}

@CommandHandler(FormDelegation)
export class FormDelegationHandler implements ICommandHandler<FormDelegation> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, delegation }: FormDelegation): Promise<string> {
    await this.permissions.assertAllowed(actor, 'form-delegation', sessionId);
    const id = randomUUID();
    await this.sessions.update({ actor, action: 'form-delegation', id: sessionId }, (sitting) =>
      formDelegation(sitting, { id, ...delegation }),
    );
    return id;
  }
}
