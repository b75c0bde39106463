import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeBack } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { RequestChanges, type RequestVersion } from '../access/request-changes.js';

/** Whoever may ask takes back what was asked, with all of it that is not answered yet. */
export class TakeBackRequest extends Command<RequestVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly requestId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(TakeBackRequest)
export class TakeBackRequestHandler implements ICommandHandler<TakeBackRequest> {
  constructor(private readonly changes: RequestChanges) {}

  execute(request: TakeBackRequest): Promise<RequestVersion> {
    return this.changes.settle({ ...request, action: 'take-back-request' }, takeBack);
  }
}
