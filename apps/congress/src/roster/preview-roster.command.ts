import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkRoster, creationsOf, NO_CREATIONS, type RosterLine } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { RosterRepository } from './roster.repository.js';

/** Checks every row of a roster against the organisation and keeps the outcome to be looked at. Writes no member and no seat. */
export class PreviewRoster extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string | null,
    readonly fileName: string,
    readonly lines: readonly RosterLine[],
  ) {
    super();
  }
}

/** Whoever sends it has shown the secretariat's office before the file was read. */
@CommandHandler(PreviewRoster)
export class PreviewRosterHandler implements ICommandHandler<PreviewRoster> {
  constructor(private readonly rosters: RosterRepository) {}

  async execute({ actor, sessionId, fileName, lines }: PreviewRoster): Promise<string> {
    const id = randomUUID();
    await this.rosters.add({ actor, action: 'preview-roster' }, { id, sessionId, fileName, lines }, ({ context }) => ({
      rows: checkRoster(lines, context),
      creations: creationsOf(lines, context, NO_CREATIONS, randomUUID),
    }));
    return id;
  }
}
