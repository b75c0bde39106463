import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { maySee } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { AttachmentFile } from '../attachments/attachment-file.query.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { EvidenceRepository } from '../storage/evidence.repository.js';
import type { EvidenceAnswer } from './evidence.responses.js';

/** What the unit attached to a promise and has not given yet; for the unit alone. */
export class CommitmentEvidence extends Query<EvidenceAnswer> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
  ) {
    super();
  }
}

/** A file of a promise: what was given, for whoever may read the promise; what was not yet, for the unit alone. */
export class CommitmentEvidenceFile extends Query<AttachmentFile> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly fileId: string,
  ) {
    super();
  }
}

@QueryHandler(CommitmentEvidence)
export class CommitmentEvidenceHandler implements IQueryHandler<CommitmentEvidence> {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentRepository,
    private readonly evidence: EvidenceRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, commitmentId }: CommitmentEvidence): Promise<EvidenceAnswer> {
    const { commitment, proposal } = await this.commitments.find(this.database, commitmentId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    if (!by.handles.includes(commitment.unitId)) throw AccessErrors.forbidden();
    return { version: commitment.version, files: await this.evidence.notGiven(this.database, commitmentId) };
  }
}

@QueryHandler(CommitmentEvidenceFile)
export class CommitmentEvidenceFileHandler implements IQueryHandler<CommitmentEvidenceFile> {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentRepository,
    private readonly evidence: EvidenceRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, commitmentId, fileId }: CommitmentEvidenceFile): Promise<AttachmentFile> {
    const found = await this.commitments.find(this.database, commitmentId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    const { steps, unitId } = found.commitment;
    const isGiven = steps.some(({ files }) => files.some(({ id }) => id === fileId));
    const ofUnit = by.handles.includes(unitId);
    if (!ofUnit && !(isGiven && (by.inCharge.includes(unitId) || maySee(found, by)))) throw AccessErrors.forbidden();
    const { name, kind } = await this.evidence.find(this.database, { kind: 'commitment', id: commitmentId }, fileId);
    return { name, kind, content: await this.attachments.contentOf(this.database, fileId) };
  }
}
