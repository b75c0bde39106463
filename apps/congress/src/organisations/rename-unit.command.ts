import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { renameUnit, type Unit } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { requestBy } from '../storage/change-request.js';
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
    private readonly authority: Authority,
    private readonly organisations: OrganisationRepository,
  ) {}

  async execute({ actor, unitId, name, read }: RenameUnit): Promise<Unit> {
    await this.authority.seesUnit(actor, unitId);
    await this.authority.runsOrganisation(actor);
    return this.organisations.updateUnit({ ...requestBy(actor, 'rename-unit'), id: unitId }, (unit) => renameUnit(unit, name, read));
  }
}
