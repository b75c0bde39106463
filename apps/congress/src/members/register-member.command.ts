import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Member, type MemberState } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
import { MemberRepository } from '../storage/member.repository.js';

/** Registers one member; many come by a roster. */
export class RegisterMember extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly member: Pick<MemberState, 'staffNo' | 'name' | 'mail' | 'unitId' | 'standing'>,
  ) {
    super();
  }
}

@CommandHandler(RegisterMember)
export class RegisterMemberHandler implements ICommandHandler<RegisterMember> {
  constructor(
    private readonly authority: Authority,
    private readonly members: MemberRepository,
  ) {}

  async execute({ actor, member: given }: RegisterMember): Promise<string> {
    await this.authority.runsOrganisation(actor);
    const id = randomUUID();
    await this.members.add(deedOf(actor, 'register-member'), () => Member.register({ id, organisationId: actor.organisationId, ...given }));
    return id;
  }
}
