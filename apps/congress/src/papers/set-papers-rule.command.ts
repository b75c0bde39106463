import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PapersRule, setPapersRule } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';

/** Says how many days before the session papers go out, and by which clause. */
export class SetPapersRule extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly rule: PapersRule,
    /** The version of the papers that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetPapersRule)
export class SetPapersRuleHandler implements ICommandHandler<SetPapersRule> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
  ) {}

  async execute({ actor, sessionId, rule, read }: SetPapersRule): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'set-papers-rule', sessionId);
    await this.papers.update({ actor, action: 'set-papers-rule', id: sessionId, read }, (papers, context) =>
      setPapersRule(papers, by, rule, context),
    );
  }
}
