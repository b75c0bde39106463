import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DutyRuleFacts } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRuleRepository } from './duty-rules.repository.js';

/** Says another thing of a rule: what is open of it follows, its days as they were told. */
export class AmendDutyRule extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly facts: DutyRuleFacts,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AmendDutyRule)
export class AmendDutyRuleHandler implements ICommandHandler<AmendDutyRule> {
  constructor(
    private readonly permissions: Permissions,
    private readonly rules: DutyRuleRepository,
  ) {}

  async execute({ actor, id, facts, read }: AmendDutyRule): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'amend-duty-rule', id);
    await this.rules.amend({ actor, action: 'amend-duty-rule', id, read }, by, facts);
  }
}
