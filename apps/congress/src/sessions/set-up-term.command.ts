import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CongressKind, setUpTerm, type Term } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Sets up a term of three or five years. */
export class SetUpTerm extends Command<Term> {
  constructor(
    readonly actor: Actor,
    readonly term: { readonly termNo: number; readonly kind: CongressKind; readonly from: string; readonly to: string },
  ) {
    super();
  }
}

@CommandHandler(SetUpTerm)
export class SetUpTermHandler implements ICommandHandler<SetUpTerm> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, term }: SetUpTerm): Promise<Term> {
    await this.permissions.assertAllowed(actor, 'set-up-term');
    const given = { id: randomUUID(), organisationId: actor.organisationId, ...term };
    return this.sessions.addTerm({ actor, action: 'set-up-term' }, (others) => setUpTerm(given, others));
  }
}
