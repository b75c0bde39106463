import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { amendMember } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { MemberRepository } from '../storage/member.repository.js';

/** Sets the mobile number at which one is told oneself, or takes it away: nobody signs in by it, so that no password is asked for. */
export class ChangeOwnMobile extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly mobile: string | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeOwnMobile)
export class ChangeOwnMobileHandler implements ICommandHandler<ChangeOwnMobile> {
  constructor(private readonly members: MemberRepository) {}

  /** @throws MalformedError naming `mobile`; `congress.not-found` */
  async execute({ actor, mobile }: ChangeOwnMobile): Promise<void> {
    const request = { actor, action: 'change-own-mobile', id: actor.memberId };
    await this.members.update(request, (member) => amendMember(member, { mobile }));
  }
}
