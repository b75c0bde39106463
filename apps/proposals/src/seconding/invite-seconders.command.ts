import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DELEGATE_KINDS } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Directory, type DirectoryDelegate } from '@plenum/directory';
import { type Authority, invite } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { seatedAs } from '../access/authorities.js';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** Asks members to second a proposal; with nobody named, opens it to volunteers. */
export class InviteSeconders extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly memberIds: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(InviteSeconders)
export class InviteSecondersHandler implements ICommandHandler<InviteSeconders> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly directory: Directory,
  ) {}

  execute({ actor, proposalId, memberIds }: InviteSeconders): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'invite-seconders' }, async (proposal, by, context) => {
      // The proposer's right comes first: nobody else learns here who is a member.
      invite(proposal, by, [], context);
      await this.assertKnown(context.tx, actor.organisationId, memberIds);
      const seats = await this.directory.delegatesOf(context.tx, proposal.sessionId, DELEGATE_KINDS);
      return invite(
        proposal,
        by,
        memberIds.map((memberId) => invitedAs(memberId, seats)),
        context,
      );
    });
  }

  private async assertKnown(tx: Transaction, organisationId: string, memberIds: readonly string[]): Promise<void> {
    const members = await this.directory.membersByIds(tx, memberIds);
    const known = members.filter((member) => member.active && member.organisationId === organisationId).map(({ id }) => id);
    const unknown = memberIds.filter((memberId) => !known.includes(memberId));
    if (unknown.length > 0) throw AccessErrors.unknownMember(unknown);
  }
}

/** What inviting asks of a member: the seat; what offices they hold is nothing to it. */
const invitedAs = (memberId: string, seats: readonly DirectoryDelegate[]): Authority =>
  seatedAs(memberId, seats.find((one) => one.memberId === memberId)?.kind ?? null);
