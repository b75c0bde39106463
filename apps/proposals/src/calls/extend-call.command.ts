import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CallWindow, extendCall } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CallMoves } from './move-call.js';

/** The committee gives more time. */
export class ExtendCall extends Command<CallWindow> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
    /** The first instant past the window; null for all the year. */
    readonly closesAt: Date | null,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ExtendCall)
export class ExtendCallHandler implements ICommandHandler<ExtendCall> {
  constructor(private readonly moves: CallMoves) {}

  execute({ actor, callId, closesAt, read }: ExtendCall): Promise<CallWindow> {
    return this.moves.move({
      actor,
      callId,
      action: 'extend-call',
      read,
      change: (call, by, at) => extendCall(call, by, closesAt, at),
      kept: ({ closesAt: end }) => ({ closesAt: end }),
      told: ({ organisationId, sessionId, version }) => ({
        name: 'proposals.call-extended.v1',
        aggregateId: callId,
        version,
        data: { organisationId, sessionId, callId, closesAt: closesAt?.toISOString() ?? null },
      }),
    });
  }
}
