import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MemberChanges } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { RefreshTokens } from '../accounts/refresh-tokens.js';
import { deedOf } from '../storage/deed.js';
import { MemberRepository } from '../storage/member.repository.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Corrects a member, or notes that it has left or is back. */
export class AmendMember extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly memberId: string,
    readonly changes: MemberChanges,
    /** The version that the changes were made on. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AmendMember)
export class AmendMemberHandler implements ICommandHandler<AmendMember> {
  constructor(
    private readonly authority: Authority,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
  ) {}

  /** Seats follow: who has left has none, who lost the vote attends without it. Who has left is signed out everywhere at once. */
  async execute({ actor, memberId, changes, read }: AmendMember): Promise<void> {
    await this.authority.seesMember(actor, memberId);
    await this.authority.runsOrganisation(actor);
    const deed = deedOf(actor, 'amend-member');
    await this.members.update(
      deed,
      memberId,
      (member) => member.amend(changes, read),
      async (tx, member) => {
        await this.sessions.followMembers(tx, deed, [member.state], this.clock.now());
        if (!member.state.active) await this.refreshTokens.endAllOf(tx, { memberId, organisationId: actor.organisationId }, 'member-left');
      },
    );
    await this.refreshTokens.settled();
  }
}
