import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { OfficeState } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
import { OfficeRepository } from '../storage/office.repository.js';

/** Assigns an office to a member. */
export class AssignOffice extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly office: Pick<OfficeState, 'memberId' | 'office' | 'sessionId' | 'unitId' | 'chief'>,
  ) {
    super();
  }
}

@CommandHandler(AssignOffice)
export class AssignOfficeHandler implements ICommandHandler<AssignOffice> {
  constructor(
    private readonly authority: Authority,
    private readonly offices: OfficeRepository,
  ) {}

  async execute({ actor, office }: AssignOffice): Promise<string> {
    await this.authority.runsOrganisation(actor);
    const id = randomUUID();
    await this.offices.assign(deedOf(actor, 'assign-office'), { id, organisationId: actor.organisationId, ...office });
    return id;
  }
}
