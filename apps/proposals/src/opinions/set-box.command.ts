import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type BoxSettings, setBox } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { BoxAuthorities } from '../access/box-authorities.js';
import { BoxRepository } from '../storage/opinions/box.repository.js';

/** The committee sets how the opinion box is kept. */
export class SetBox extends Command<{ readonly version: number }> {
  constructor(
    readonly actor: Actor,
    readonly settings: BoxSettings,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetBox)
export class SetBoxHandler implements ICommandHandler<SetBox> {
  constructor(
    private readonly database: Database,
    private readonly boxes: BoxRepository,
    private readonly authorities: BoxAuthorities,
  ) {}

  /** @throws `proposals.not-the-committee`, `proposals.outdated`, `proposals.setting-out-of-range`, `calendar.not-a-period` */
  execute({ actor, settings, read }: SetBox): Promise<{ readonly version: number }> {
    return this.database.transaction(async (tx) => {
      const before = await this.boxes.lock(tx, actor.organisationId);
      const after = setBox(before, await this.authorities.of(tx, actor), settings, read);
      await this.boxes.write(tx, { actor, action: 'set-opinion-box' }, before, after);
      return { version: after.version };
    });
  }
}
