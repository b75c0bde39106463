import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { assertCommitmentCurrent, assertMayShow, withEvidence } from '@plenum/proposals-domain';
import type { Actor, UploadedFile } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { type ReceivedFile, receivedFile } from '../attachments/received-file.js';
import { ProposalsConfig } from '../proposals.config.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import { type CommitmentInContext, CommitmentRepository } from '../storage/commitment.repository.js';
import { EvidenceRepository } from '../storage/evidence.repository.js';
import type { EvidenceAnswer } from './evidence.responses.js';

/** Which promise is meant. */
export interface CommitmentMeant {
  readonly actor: Actor;
  readonly commitmentId: string;
  /** The version that was read. */
  readonly read: number;
}

/** The unit that owes a promise attaches what shows that it was kept, until it says so, or takes it away again. */
export class ChangeCommitmentEvidence extends Command<EvidenceAnswer> {
  constructor(
    readonly meant: CommitmentMeant,
    /** Reads the file that is sent, or names the one to be taken away. */
    readonly change: { readonly receive: () => Promise<UploadedFile> } | { readonly fileId: string },
  ) {
    super();
  }
}

@CommandHandler(ChangeCommitmentEvidence)
export class ChangeCommitmentEvidenceHandler implements ICommandHandler<ChangeCommitmentEvidence> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commitments: CommitmentRepository,
    private readonly evidence: EvidenceRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly authorities: Authorities,
    private readonly config: ProposalsConfig,
  ) {}

  async execute({ meant, change }: ChangeCommitmentEvidence): Promise<EvidenceAnswer> {
    if ('fileId' in change) return this.database.transaction((tx) => this.remove(tx, meant, change.fileId));
    const { actor, commitmentId } = meant;
    // A slow sender holds no lock: the promise is looked at twice.
    await this.assertMay(this.database, actor, await this.commitments.find(this.database, commitmentId, actor.organisationId));
    const received = await receivedFile(change.receive);
    return this.database.transaction((tx) => this.add(tx, meant, received));
  }

  /** The same file again adds nothing. */
  private async add(tx: Transaction, meant: CommitmentMeant, { file, content }: ReceivedFile): Promise<EvidenceAnswer> {
    const { actor, commitmentId } = meant;
    const { commitment, at } = await this.lock(tx, meant);
    const present = await this.evidence.notGiven(tx, commitmentId);
    if (!present.some(({ sha256 }) => sha256 === file.sha256)) {
      withEvidence(present, file);
      await this.attachments.assertRoom(tx, actor.organisationId, file.bytes, this.config.attachmentsMebibytesMax);
      const subject = { kind: 'commitment', id: commitmentId, proposalId: commitment.proposalId } as const;
      await this.evidence.add(tx, actor, subject, { file, content, at });
      await this.evidence.record(tx, { actor, action: 'attach-evidence' }, commitmentId, file);
    }
    return { version: commitment.version, files: await this.evidence.notGiven(tx, commitmentId) };
  }

  private async remove(tx: Transaction, meant: CommitmentMeant, fileId: string): Promise<EvidenceAnswer> {
    const { actor, commitmentId } = meant;
    const { commitment } = await this.lock(tx, meant);
    const file = (await this.evidence.notGiven(tx, commitmentId)).find(({ id }) => id === fileId.toLowerCase());
    if (file) {
      await this.evidence.remove(tx, file.id);
      await this.evidence.record(tx, { actor, action: 'remove-evidence' }, commitmentId, file);
    }
    return { version: commitment.version, files: await this.evidence.notGiven(tx, commitmentId) };
  }

  private async lock(tx: Transaction, { actor, commitmentId, read }: CommitmentMeant) {
    const found = await this.commitments.lock(tx, commitmentId, actor.organisationId);
    const at = await this.assertMay(tx, actor, found);
    assertCommitmentCurrent(found.commitment, read);
    return { commitment: found.commitment, at };
  }

  private async assertMay(from: Queryable, actor: Actor, found: CommitmentInContext): Promise<Date> {
    const at = this.clock.now();
    assertMayShow(found.commitment, await this.authorities.towards(from, actor, found.proposal), { ...found, at });
    return at;
  }
}
