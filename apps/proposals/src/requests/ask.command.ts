import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { RequestChanges, type RequestVersion, type WhatIsAsked } from '../access/request-changes.js';

/** Asks for something on a proposal, or on the work of one unit. */
export class Ask extends Command<readonly RequestVersion[]> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    /** The work of one unit that it is about; null where it is about the proposal. */
    readonly handlingId: string | null,
    readonly asked: WhatIsAsked,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(Ask)
export class AskHandler implements ICommandHandler<Ask> {
  constructor(private readonly changes: RequestChanges) {}

  execute({ actor, proposalId, handlingId, asked, read }: Ask): Promise<readonly RequestVersion[]> {
    return this.changes.ask({ proposalId, handlingId, actor, action: 'make-request', read }, asked);
  }
}
