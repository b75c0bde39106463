import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NewOfficeHolding } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { OfficeRepository } from '../storage/office.repository.js';

/** Assigns an office to a member. */
export class AssignOffice extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly office: Omit<NewOfficeHolding, 'id' | 'organisationId'>,
  ) {
    super();
  }
}

@CommandHandler(AssignOffice)
export class AssignOfficeHandler implements ICommandHandler<AssignOffice> {
  constructor(
    private readonly permissions: Permissions,
    private readonly offices: OfficeRepository,
  ) {}

  async execute({ actor, office }: AssignOffice): Promise<string> {
    await this.permissions.assertAllowed(actor, 'assign-office');
    const id = randomUUID();
    await this.offices.assign({ actor, action: 'assign-office' }, { id, organisationId: actor.organisationId, ...office });
    return id;
  }
}
