import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { answer, type RequestAnswer } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { RequestChanges, type RequestVersion } from '../access/request-changes.js';

/** Whoever owes the answer to a request gives it. */
export class AnswerRequest extends Command<RequestVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly requestId: string,
    readonly given: RequestAnswer,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AnswerRequest)
export class AnswerRequestHandler implements ICommandHandler<AnswerRequest> {
  constructor(private readonly changes: RequestChanges) {}

  execute({ given, ...request }: AnswerRequest): Promise<RequestVersion> {
    return this.changes.settle({ ...request, action: 'answer-request' }, (open, by, context) => answer(open, by, given, context));
  }
}
