import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { waiveDuty } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRepository } from './duties.repository.js';

/** Lets whoever owes a duty off, for a reason. */
export class WaiveDuty extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly reason: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(WaiveDuty)
export class WaiveDutyHandler implements ICommandHandler<WaiveDuty> {
  constructor(
    private readonly permissions: Permissions,
    private readonly duties: DutyRepository,
  ) {}

  async execute({ actor, id, reason, read }: WaiveDuty): Promise<void> {
    const who = await this.permissions.assertAllowed(actor, 'waive-duty', id);
    await this.duties.update({ actor, action: 'waive-duty', id, read }, who, (duty, by, today) => waiveDuty(duty, by, reason, today));
  }
}
