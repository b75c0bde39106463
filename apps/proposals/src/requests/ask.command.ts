import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { RequestChanges, type RequestVersion, type WhatIsAsked } from '../access/request-changes.js';

/** Asks for something on a proposal. */
export class Ask extends Command<readonly RequestVersion[]> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly asked: WhatIsAsked,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(Ask)
export class AskHandler implements ICommandHandler<Ask> {
  constructor(private readonly changes: RequestChanges) {}

  execute({ actor, proposalId, asked, read }: Ask): Promise<readonly RequestVersion[]> {
    return this.changes.ask({ proposalId, actor, action: 'make-request', read }, asked);
  }
}
