import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DELEGATE_KINDS } from '@plenum/contracts';
import { Directory, type DirectoryDelegate } from '@plenum/directory';
import { type Authority, invite } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { KnownMembers } from '../access/known-members.js';
import { seatedAs } from '../access/authorities.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

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
    private readonly changes: ProposalChanges,
    private readonly directory: Directory,
    private readonly known: KnownMembers,
  ) {}

  execute({ actor, proposalId, memberIds }: InviteSeconders): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'invite-seconders' }, async (proposal, by, context) => {
      // The proposer's right comes first: nobody else learns here who is a member.
      invite(proposal, by, [], context);
      await this.known.assertKnown(context.tx, actor.organisationId, memberIds);
      const seats = await this.directory.delegatesOf(context.tx, proposal.sessionId, DELEGATE_KINDS);
      return invite(
        proposal,
        by,
        memberIds.map((memberId) => invitedAs(memberId, seats)),
        context,
      );
    });
  }
}

/** What inviting asks of a member: the seat; what offices they hold is nothing to it. */
const invitedAs = (memberId: string, seats: readonly DirectoryDelegate[]): Authority =>
  seatedAs(memberId, seats.find((one) => one.memberId === memberId)?.kind ?? null);
