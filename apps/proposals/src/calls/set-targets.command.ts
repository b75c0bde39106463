import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory } from '@plenum/directory';
import { type CallTargets, type CallWindow, setTargets } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { CallMoves } from './move-call.js';

/** The committee says how many proposals it hopes for, of each delegation or of some. */
export class SetTargets extends Command<CallWindow> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
    readonly targets: CallTargets,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetTargets)
export class SetTargetsHandler implements ICommandHandler<SetTargets> {
  constructor(
    private readonly moves: CallMoves,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.unknown-delegation`, and what {@link CallMoves} and the domain refuse */
  execute({ actor, callId, targets, read }: SetTargets): Promise<CallWindow> {
    return this.moves.move({
      actor,
      callId,
      action: 'set-targets',
      read,
      check: async (tx, { sessionId }) => {
        const known = new Set((await this.directory.delegations(tx, sessionId)).map(({ id }) => id));
        const unknown = targets.ofDelegations.map(({ delegationId }) => delegationId).filter((id) => !known.has(id));
        if (unknown.length > 0) throw AccessErrors.unknownDelegation(unknown);
      },
      change: (call, by, at) => setTargets(call, by, targets, at),
      kept: (call) => ({ targets: call.targets }),
      told: () => null,
    });
  }
}
