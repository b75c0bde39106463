import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DutyEvidence, settleDuty } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRepository } from './duties.repository.js';

/** Settles a duty by evidence, in time or late. */
export class SettleDuty extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly evidence: DutyEvidence,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SettleDuty)
export class SettleDutyHandler implements ICommandHandler<SettleDuty> {
  constructor(
    private readonly permissions: Permissions,
    private readonly duties: DutyRepository,
  ) {}

  async execute({ actor, id, evidence, read }: SettleDuty): Promise<void> {
    const who = await this.permissions.assertAllowed(actor, 'settle-duty', id);
    await this.duties.update({ actor, action: 'settle-duty', id, read }, who, (duty, by, today) => settleDuty(duty, by, evidence, today));
  }
}
