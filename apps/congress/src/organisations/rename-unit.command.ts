import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { renameUnit, type Unit } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { OrganisationRepository } from '../storage/organisation.repository.js';

/** Gives a department another name; its code stays. */
export class RenameUnit extends Command<Unit> {
  constructor(
    readonly actor: Actor,
    readonly unitId: string,
    readonly name: string,
    /** The version that the name was changed on. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RenameUnit)
export class RenameUnitHandler implements ICommandHandler<RenameUnit> {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisations: OrganisationRepository,
  ) {}

  async execute({ actor, unitId, name, read }: RenameUnit): Promise<Unit> {
    await this.permissions.assertAllowed(actor, 'rename-unit', unitId);
    return this.organisations.updateUnit({ actor, action: 'rename-unit', id: unitId }, (unit) => renameUnit(unit, name, read));
  }
}
