import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { documentRefusal } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import type { DocumentKind } from './compose.js';
import type { DocumentLanguage } from './language.js';
import { BallotDocuments, type DocumentFile, type DocumentFormat } from './ballot-documents.js';

/** A document of a signed ballot: for organisers and officers, and for everybody once the result is read by everybody. */
export class BallotDocument extends Query<DocumentFile> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly kind: DocumentKind,
    readonly format: DocumentFormat,
    readonly language: DocumentLanguage,
  ) {
    super();
  }
}

@QueryHandler(BallotDocument)
export class BallotDocumentHandler implements IQueryHandler<BallotDocument> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly authorities: Authorities,
    private readonly documents: BallotDocuments,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-published`, `ballot.signatures-missing` */
  async execute({ actor, ballotId, kind, format, language }: BallotDocument): Promise<DocumentFile> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const refused = documentRefusal(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId));
    if (refused) throw refused;
    return this.documents.make(ballot, kind, format, language);
  }
}
