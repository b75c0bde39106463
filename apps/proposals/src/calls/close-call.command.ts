import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CallWindow, closeCall } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CallMoves } from './move-call.js';

/** The committee ends a call before its time. */
export class CloseCall extends Command<CallWindow> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CloseCall)
export class CloseCallHandler implements ICommandHandler<CloseCall> {
  constructor(private readonly moves: CallMoves) {}

  execute({ actor, callId, read }: CloseCall): Promise<CallWindow> {
    return this.moves.move({
      actor,
      callId,
      action: 'close-call',
      read,
      change: closeCall,
      kept: ({ closesAt }) => ({ closesAt }),
      told: ({ organisationId, sessionId, version }, at) => ({
        name: 'proposals.call-closed.v1',
        aggregateId: callId,
        version,
        data: { organisationId, sessionId, callId, closedAt: at.toISOString() },
      }),
    });
  }
}
