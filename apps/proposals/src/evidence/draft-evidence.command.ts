import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  type Authority,
  assertMayDraft,
  attachEvidence,
  detachEvidence,
  type HandlingInMatter,
  inMatter,
  type PolicyContext,
  type ReplyDraft,
} from '@plenum/proposals-domain';
import type { Actor, UploadedFile } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type ReceivedFile, receivedFile } from '../attachments/received-file.js';
import { ProposalsConfig } from '../proposals.config.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import { EvidenceRepository } from '../storage/evidence.repository.js';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { type ProposalInContext, ProposalRepository } from '../storage/proposal.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';

/** Which draft of which work is meant. */
export interface DraftMeant {
  readonly actor: Actor;
  readonly proposalId: string;
  readonly handlingId: string;
  /** The version that was read. */
  readonly read: number;
}

/** The lead unit attaches evidence to the draft of its reply, or takes it out again. */
export class ChangeDraftEvidence extends Command<ReplyDraft> {
  constructor(
    readonly meant: DraftMeant,
    /** Reads the file that is sent, or names the one to be taken out. */
    readonly change: { readonly receive: () => Promise<UploadedFile> } | { readonly fileId: string },
  ) {
    super();
  }
}

interface Desk {
  readonly matter: HandlingInMatter;
  readonly by: Authority;
  readonly context: PolicyContext;
}

@CommandHandler(ChangeDraftEvidence)
export class ChangeDraftEvidenceHandler implements ICommandHandler<ChangeDraftEvidence> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly drafts: ReplyDraftRepository,
    private readonly evidence: EvidenceRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly authorities: Authorities,
    private readonly config: ProposalsConfig,
  ) {}

  async execute({ meant, change }: ChangeDraftEvidence): Promise<ReplyDraft> {
    if ('fileId' in change) return this.database.transaction((tx) => this.takeOut(tx, meant, change.fileId));
    const { matter, by, context } = await this.desk(
      this.database,
      await this.proposals.find(this.database, meant.proposalId, meant.actor.organisationId),
      meant,
    );
    assertMayDraft(matter, by, context); // A slow sender holds no lock: the draft is looked at twice.
    const received = await receivedFile(change.receive);
    return this.database.transaction((tx) => this.add(tx, meant, received));
  }

  private async add(tx: Transaction, meant: DraftMeant, { file, content }: ReceivedFile): Promise<ReplyDraft> {
    const { actor, read } = meant;
    const { matter, by, context } = await this.desk(tx, await this.proposals.lock(tx, meant.proposalId, actor.organisationId), meant);
    const before = await this.drafts.latest(tx, matter.handling);
    const draft = attachEvidence(matter, by, { file, before, read }, context);
    if (draft === before) return draft;
    await this.attachments.assertRoom(tx, actor.organisationId, file.bytes, this.config.attachmentsMebibytesMax);
    const subject = { kind: 'reply', id: matter.handling.id, proposalId: matter.proposal.id } as const;
    await this.evidence.add(tx, actor, subject, { file, content, at: context.at });
    await this.drafts.save(tx, { actor, action: 'attach-evidence' }, matter.handling, draft);
    return draft;
  }

  private async takeOut(tx: Transaction, meant: DraftMeant, fileId: string): Promise<ReplyDraft> {
    const { actor, read } = meant;
    const { matter, by, context } = await this.desk(tx, await this.proposals.lock(tx, meant.proposalId, actor.organisationId), meant);
    const before = await this.drafts.latest(tx, matter.handling);
    const draft = detachEvidence(matter, by, { fileId, before, read }, context);
    if (draft === before || before === null) return draft;
    await this.drafts.save(tx, { actor, action: 'remove-evidence' }, matter.handling, draft);
    // An earlier version that others may have been shown keeps what it had.
    if ((await this.evidence.draftedBy(tx, fileId)).length === 0) await this.evidence.remove(tx, fileId);
    return draft;
  }

  private async desk(from: Queryable, found: ProposalInContext, { actor, handlingId }: DraftMeant): Promise<Desk> {
    const { proposal, ...around } = found;
    const handling = around.handlings.find(({ id }) => id === handlingId);
    if (!handling) throw StorageErrors.notFound('handling', handlingId);
    const by = await this.authorities.towards(from, actor, proposal);
    return { matter: inMatter(proposal, handling), by, context: { ...around, at: this.clock.now() } };
  }
}
