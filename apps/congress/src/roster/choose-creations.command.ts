import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkRoster, creationsOf, wanting, withCreations } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { RosterRepository } from './roster.repository.js';

/** Says which of the units and delegations that a roster names and that are not there it is to set up; the preview follows. */
export class ChooseCreations extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
    readonly names: { readonly units: readonly string[]; readonly delegations: readonly string[] },
    /** The version of the preview that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ChooseCreations)
export class ChooseCreationsHandler implements ICommandHandler<ChooseCreations> {
  constructor(
    private readonly permissions: Permissions,
    private readonly rosters: RosterRepository,
  ) {}

  async execute({ actor, importId, names, read }: ChooseCreations): Promise<void> {
    await this.permissions.assertAllowed(actor, 'choose-creations', importId);
    const request = { actor, action: 'choose-creations', id: importId, read };
    await this.rosters.recheck(request, ({ lines, creations: earlier }, { context }) => {
      const creations = wanting(creationsOf(lines, context, earlier, randomUUID), names);
      return { rows: checkRoster(lines, withCreations(context, creations)), creations };
    });
  }
}
