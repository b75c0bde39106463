import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bringVersion } from '@plenum/congress-domain';
import type { Actor, UploadedFile } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';
import { receivedPaper } from './received-paper.js';

/** Brings in another version of a paper; it is sent out like the first. */
export class BringPaperVersion extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paperId: string,
    /** Reads what is sent, once it is clear that its sender may. */
    readonly receive: () => Promise<UploadedFile>,
    /** The version of the papers that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(BringPaperVersion)
export class BringPaperVersionHandler implements ICommandHandler<BringPaperVersion> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
  ) {}

  async execute({ actor, sessionId, paperId, receive, read }: BringPaperVersion): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'bring-paper-version', sessionId);
    const { file, content } = await receivedPaper(receive);
    await this.papers.update(
      { actor, action: 'bring-paper-version', id: sessionId, read },
      (papers, context) => bringVersion(papers, by, paperId, file, context),
      ({ papers }) => ({ paperId, nth: papers.find(({ id }) => id === paperId)?.versions.length ?? 1, content }),
    );
  }
}
