import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRuleRepository } from './duty-rules.repository.js';

/** Stops a rule for a reason: what is open of it is owed no longer. */
export class StopDutyRule extends Command<void> {
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

@CommandHandler(StopDutyRule)
export class StopDutyRuleHandler implements ICommandHandler<StopDutyRule> {
  constructor(
    private readonly permissions: Permissions,
    private readonly rules: DutyRuleRepository,
  ) {}

  async execute({ actor, id, reason, read }: StopDutyRule): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'stop-duty-rule', id);
    await this.rules.stop({ actor, action: 'stop-duty-rule', id, read }, by, reason);
  }
}
