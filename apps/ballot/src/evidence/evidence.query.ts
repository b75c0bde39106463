import { Readable } from 'node:stream';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, evidenceRefusal, manifestPart } from '@plenum/ballot-domain';
import { withManifest, writeBundle } from '@plenum/ballot-verification';
import { Database } from '@plenum/database';
import { type Actor, auditHead, AuditSealer, auditSegment } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EvidenceParts } from './evidence-parts.js';

/** The evidence of a ballot, as one file. */
export class BallotEvidence extends Query<EvidenceFile> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

/** A bundle, `<ballot id>.zip`. */
export interface EvidenceFile {
  readonly name: string;
  readonly content: Readable;
}

@QueryHandler(BallotEvidence)
export class BallotEvidenceHandler implements IQueryHandler<BallotEvidence> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly authorities: Authorities,
    private readonly parts: EvidenceParts,
    private readonly sealer: AuditSealer,
    private readonly database: Database,
  ) {}

  /**
   * @throws `ballot.not-found`, `ballot.not-an-officer`, `ballot.signatures-missing`; `ballot.busy` while a change of this moment is not in
   * the audit chain yet
   */
  async execute({ actor, ballotId }: BallotEvidence): Promise<EvidenceFile> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const refused = evidenceRefusal(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId));
    if (refused) throw refused;
    await this.sealer.sealAll({ waits: true });
    const audit = await auditSegment(this.database, { kind: 'ballot', id: ballotId });
    const head = await auditHead(this.database);
    if (!audit || !head) throw BallotErrors.busy();
    const parts = await this.parts.partsOf(ballot, audit, head);
    return {
      name: `${ballotId}.zip`,
      content: Readable.from(writeBundle(withManifest(parts, (listed) => manifestPart(ballot, listed))), { objectMode: false }),
    };
  }
}
