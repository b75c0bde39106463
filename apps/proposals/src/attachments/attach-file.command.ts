import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { assertMayAttach, attach } from '@plenum/proposals-domain';
import type { Actor, UploadedFile } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { ProposalsConfig } from '../proposals.config.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { receivedFile } from './received-file.js';

/** The lead proposer adds a file to a text that may be changed. */
export class AttachFile extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    /** Reads what is sent, once it is clear that its sender may. */
    readonly receive: () => Promise<UploadedFile>,
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(AttachFile)
export class AttachFileHandler implements ICommandHandler<AttachFile> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly changes: ProposalChanges,
    private readonly attachments: AttachmentsRepository,
    private readonly authorities: Authorities,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: ProposalsConfig,
  ) {}

  async execute({ actor, proposalId, receive, read, key }: AttachFile): Promise<ProposalVersion> {
    await this.assertMay(actor, proposalId); // A slow sender holds no lock: the proposal is looked at twice.
    const { file, content } = await receivedFile(receive);
    const request = { proposalId, actor, action: 'attach-file', read, retry: { key, content: { sha256: file.sha256, name: file.name } } };
    return this.changes.update(request, async (proposal, by, context) => {
      const change = attach(proposal, by, { present: await this.attachments.present(context.tx, proposalId), file }, context);
      await this.attachments.assertRoom(context.tx, actor.organisationId, file.bytes, this.config.attachmentsMebibytesMax);
      await this.attachments.add(context.tx, change.proposal, file, content);
      return change;
    });
  }

  private async assertMay(actor: Actor, proposalId: string): Promise<void> {
    const { proposal, ...context } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    assertMayAttach(proposal, by, { ...context, at: this.clock.now() });
  }
}
