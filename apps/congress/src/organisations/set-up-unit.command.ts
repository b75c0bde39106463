import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { setUpUnit, type Unit } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { OrganisationRepository } from '../storage/organisation.repository.js';

/** Sets up a department, which may later handle proposals. */
export class SetUpUnit extends Command<Unit> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
    readonly name: string,
  ) {
    super();
  }
}

@CommandHandler(SetUpUnit)
export class SetUpUnitHandler implements ICommandHandler<SetUpUnit> {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisations: OrganisationRepository,
  ) {}

  async execute({ actor, code, name }: SetUpUnit): Promise<Unit> {
    await this.permissions.assertAllowed(actor, 'set-up-unit');
    const unit = setUpUnit({ id: randomUUID(), organisationId: actor.organisationId, code, name });
    await this.organisations.addUnit({ actor, action: 'set-up-unit' }, unit);
    return unit;
  }
}
