import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sendPapers } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';

/** Sends papers out to the delegates, who are told: the newest version of each. */
export class SendPapers extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paperIds: readonly string[],
    /** The version of the papers that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SendPapers)
export class SendPapersHandler implements ICommandHandler<SendPapers> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
  ) {}

  async execute({ actor, sessionId, paperIds, read }: SendPapers): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'send-papers', sessionId);
    await this.papers.update({ actor, action: 'send-papers', id: sessionId, read }, (papers, context) =>
      sendPapers(papers, by, paperIds, context),
    );
  }
}
