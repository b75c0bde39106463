import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bringPaper } from '@plenum/congress-domain';
import type { Actor, UploadedFile } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';
import { receivedPaper } from './received-paper.js';

/** Brings in a paper of an item; delegates see it once it is sent out. */
export class BringPaper extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paper: { readonly itemId: string; readonly title: string },
    /** Reads what is sent, once it is clear that its sender may. */
    readonly receive: () => Promise<UploadedFile>,
    /** The version that was read; 0 where there was none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(BringPaper)
export class BringPaperHandler implements ICommandHandler<BringPaper> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
  ) {}

  async execute({ actor, sessionId, paper, receive, read }: BringPaper): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'bring-paper', sessionId);
    const { file, content } = await receivedPaper(receive); // A slow sender holds no lock.
    const id = randomUUID();
    await this.papers.update(
      { actor, action: 'bring-paper', id: sessionId, read },
      (papers, context) => bringPaper(papers, by, { id, ...paper, file }, context),
      () => ({ paperId: id, nth: 1, content }),
    );
  }
}
