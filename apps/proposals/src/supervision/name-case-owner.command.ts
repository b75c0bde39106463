import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { nameCaseOwner } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitteeMembers } from './committee-members.js';
import { SupervisionChanges, type SupervisionVersion } from './supervision-changes.js';

/** The committee names whose case a matter is. */
export class NameCaseOwner extends Command<SupervisionVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly memberId: string | null,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(NameCaseOwner)
export class NameCaseOwnerHandler implements ICommandHandler<NameCaseOwner> {
  constructor(
    private readonly changes: SupervisionChanges,
    private readonly committee: CommitteeMembers,
  ) {}

  execute({ actor, proposalId, memberId, read }: NameCaseOwner): Promise<SupervisionVersion> {
    return this.changes.update({ proposalId, actor, action: 'name-case-owner', read }, async (matter, by, context) => {
      const sitting = await this.committee.of(context.tx, matter.proposal);
      const owner = memberId === null ? null : { memberId, reviews: sitting.some(({ id }) => id === memberId) };
      return nameCaseOwner(matter, by, owner, context);
    });
  }
}
