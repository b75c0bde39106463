import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DutyRuleFacts } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRuleRepository } from './duty-rules.repository.js';

/** Sets a rule by which a duty comes again; answers with its id. */
export class DefineDutyRule extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly facts: DutyRuleFacts,
  ) {
    super();
  }
}

@CommandHandler(DefineDutyRule)
export class DefineDutyRuleHandler implements ICommandHandler<DefineDutyRule> {
  constructor(
    private readonly permissions: Permissions,
    private readonly rules: DutyRuleRepository,
  ) {}

  async execute({ actor, facts }: DefineDutyRule): Promise<string> {
    await this.permissions.assertAllowed(actor, 'define-duty-rule');
    return this.rules.define({ actor, action: 'define-duty-rule' }, facts);
  }
}
