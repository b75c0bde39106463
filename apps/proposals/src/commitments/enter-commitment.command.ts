import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type EnteredPromise, commit } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The committee enters a promise from the reply that stands. */
export class EnterCommitment extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly entered: Omit<EnteredPromise, 'id'>,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(EnterCommitment)
export class EnterCommitmentHandler implements ICommandHandler<EnterCommitment> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, proposalId, entered, key }: EnterCommitment): Promise<CommitmentVersion> {
    return this.changes.add({ proposalId, actor, action: 'enter-commitment', retry: { key, content: entered } }, (proposal, by, context) =>
      commit(proposal, by, { ...entered, id: randomUUID() }, context),
    );
  }
}
