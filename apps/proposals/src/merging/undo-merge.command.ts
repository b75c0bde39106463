import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { assertCurrent, undoMerge } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type ProposalVersion, receiptOf } from '../access/proposal-changes.js';
import { ProposalRepository } from '../storage/proposal.repository.js';

/** The committee takes back what was merged into a proposal. */
export class UndoMerge extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly reason: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(UndoMerge)
export class UndoMergeHandler implements ICommandHandler<UndoMerge> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.outdated`, and what the rules of undoing refuse */
  execute({ actor, proposalId, reason, read }: UndoMerge): Promise<ProposalVersion> {
    const request = { actor, action: 'undo-merge' };
    return this.database.transaction(async (tx) => {
      const { proposal: seen } = await this.proposals.find(tx, proposalId, actor.organisationId);
      const ids = [seen.id, ...seen.merged.map((part) => part.proposalId)];
      const locked = await this.proposals.lockAll(tx, ids, actor.organisationId);
      const { proposal: master, ...around } = locked.get(seen.id)!;
      const by = await this.authorities.towards(tx, actor, master);
      const children = master.merged.flatMap((part) => locked.get(part.proposalId)?.proposal ?? []);
      const changes = undoMerge(master, children, by, reason, { ...around, at: this.clock.now() });
      assertCurrent(master, read);
      for (const change of changes) await this.proposals.update(tx, request, locked.get(change.proposal.id)!, change);
      return receiptOf({ proposal: changes[0]!.proposal, handlings: [] });
    });
  }
}
