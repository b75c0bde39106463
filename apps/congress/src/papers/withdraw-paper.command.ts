import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { withdrawPaper } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';

/** Takes a paper off, for a reason; delegates see it no longer. */
export class WithdrawPaper extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paperId: string,
    readonly reason: string,
    /** The version of the papers that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(WithdrawPaper)
export class WithdrawPaperHandler implements ICommandHandler<WithdrawPaper> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
  ) {}

  async execute({ actor, sessionId, paperId, reason, read }: WithdrawPaper): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'withdraw-paper', sessionId);
    await this.papers.update({ actor, action: 'withdraw-paper', id: sessionId, read }, (papers, context) =>
      withdrawPaper(papers, by, paperId, reason, context),
    );
  }
}
