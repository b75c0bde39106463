import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewMember, registerMember } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { MemberRepository } from '../storage/member.repository.js';

/** Registers one member; many come by a roster. */
export class RegisterMember extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly member: Omit<NewMember, 'id' | 'organisationId'>,
  ) {
    super();
  }
}

@CommandHandler(RegisterMember)
export class RegisterMemberHandler implements ICommandHandler<RegisterMember> {
  constructor(
    private readonly permissions: Permissions,
    private readonly members: MemberRepository,
  ) {}

  async execute({ actor, member: given }: RegisterMember): Promise<string> {
    await this.permissions.assertAllowed(actor, 'register-member');
    const id = randomUUID();
    const registered = registerMember({ id, organisationId: actor.organisationId, ...given });
    await this.members.add({ actor, action: 'register-member' }, registered);
    return id;
  }
}
