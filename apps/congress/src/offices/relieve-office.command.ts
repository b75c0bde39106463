import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { relieveOffice } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { OfficeRepository } from '../storage/office.repository.js';

/** Relieves a member of an office, at once. */
export class RelieveOffice extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly officeId: string,
  ) {
    super();
  }
}

@CommandHandler(RelieveOffice)
export class RelieveOfficeHandler implements ICommandHandler<RelieveOffice> {
  constructor(
    private readonly permissions: Permissions,
    private readonly offices: OfficeRepository,
  ) {}

  async execute({ actor, officeId }: RelieveOffice): Promise<void> {
    await this.permissions.assertAllowed(actor, 'relieve-office', officeId);
    await this.offices.update({ actor, action: 'relieve-office', id: officeId }, relieveOffice);
  }
}
