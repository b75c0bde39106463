import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MemberChanges } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { RefreshTokens } from '../accounts/refresh-tokens.js';
import { deedOf } from '../storage/deed.js';
import { MemberRepository } from '../storage/member.repository.js';

/** Corrects a member, or notes that it has left or is back. */
export class AmendMember extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly memberId: string,
    readonly changes: MemberChanges,
  ) {
    super();
  }
}

@CommandHandler(AmendMember)
export class AmendMemberHandler implements ICommandHandler<AmendMember> {
  constructor(
    private readonly authority: Authority,
    private readonly members: MemberRepository,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** Who has left is signed out everywhere; an access token that is still out says no more than who they were. */
  async execute({ actor, memberId, changes }: AmendMember): Promise<void> {
    await this.authority.seesMember(actor, memberId);
    await this.authority.runsOrganisation(actor);
    await this.members.update(deedOf(actor, 'amend-member'), memberId, (member) => member.amend(changes), async (tx, member) => {
      if (!member.state.active) await this.refreshTokens.endAllOf(tx, memberId, 'member-left');
    });
  }
}
