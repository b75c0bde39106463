import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { amendMember, type MemberAmendment } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { RefreshTokens } from '../credentials/tokens/refresh-tokens.js';
import { MemberRepository } from '../storage/member.repository.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Corrects a member, or notes that it has left or is back. */
export class AmendMember extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly memberId: string,
    readonly changes: MemberAmendment,
    /** The version that the changes were made on. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AmendMember)
export class AmendMemberHandler implements ICommandHandler<AmendMember> {
  constructor(
    private readonly permissions: Permissions,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** Seats follow: who has left has none, who lost the vote attends without it. Who has left is signed out everywhere at once. */
  async execute({ actor, memberId, changes, read }: AmendMember): Promise<void> {
    await this.permissions.assertAllowed(actor, 'amend-member', memberId);
    const request = { actor, action: 'amend-member', id: memberId };
    await this.members.update(
      request,
      (member) => amendMember(member, changes, read),
      async (tx, member) => {
        await this.sessions.followMembers(tx, request, [member]);
        if (!member.active) await this.refreshTokens.endAllOf(tx, { memberId, organisationId: actor.organisationId }, 'member-left');
      },
    );
    await this.refreshTokens.settled();
  }
}
