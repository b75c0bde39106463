import { Readable } from 'node:stream';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { shortHash } from '@plenum/ballot-crypto';
import { BallotErrors } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BoardRepository } from '../../storage/sealed/board.repository.js';
import { SidecarRepository } from '../../storage/sealed/sidecar.repository.js';
import { publicHalf } from './acknowledgement.js';
import { OpenBoards } from './open-boards.js';
import type { BoardHeadAnswer } from './board.responses.js';

/** The end of the board, for everybody of the organisation, at any time. */
export class BoardHead extends Query<BoardHeadAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(BoardHead)
export class BoardHeadHandler implements IQueryHandler<BoardHead> {
  constructor(
    private readonly open: OpenBoards,
    private readonly boards: BoardRepository,
    private readonly sidecars: SidecarRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open` */
  async execute({ actor, ballotId }: BoardHead): Promise<BoardHeadAnswer> {
    const { election, trustees, roll, acknowledgementKey } = await this.open.boardOf(ballotId, actor.organisationId);
    const end = await this.boards.end(this.database, ballotId);
    if (!end) throw BallotErrors.notOpen();
    return {
      lastEvent: end.type,
      height: end.height,
      hash: end.hash,
      papers: await this.boards.papers(this.database, ballotId),
      electionFingerprint: shortHash(election),
      trusteesFingerprint: shortHash(trustees),
      rollFingerprint: shortHash(roll),
      sidecar: await this.sidecars.end(this.database, ballotId),
      acknowledgementKey: publicHalf(acknowledgementKey),
    };
  }
}

/** The whole board as a file that anybody can verify. */
export class BoardArchive extends Query<ArchiveFile> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

/** A Belenios archive, `<election id>.bel`. */
export interface ArchiveFile {
  readonly name: string;
  readonly content: Readable;
}

@QueryHandler(BoardArchive)
export class BoardArchiveHandler implements IQueryHandler<BoardArchive> {
  constructor(
    private readonly open: OpenBoards,
    private readonly boards: BoardRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open` */
  async execute({ actor, ballotId }: BoardArchive): Promise<ArchiveFile> {
    const { election } = await this.open.boardOf(ballotId, actor.organisationId);
    const end = await this.boards.end(this.database, ballotId);
    const { uuid } = JSON.parse(election) as { uuid: string };
    return { name: `${uuid}.bel`, content: Readable.from(this.boards.parts(this.database, ballotId, end?.height ?? 0)) };
  }
}

/** The log of further proofs beside the board as a file. */
export class BoardSidecar extends Query<ArchiveFile> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(BoardSidecar)
export class BoardSidecarHandler implements IQueryHandler<BoardSidecar> {
  constructor(
    private readonly open: OpenBoards,
    private readonly sidecars: SidecarRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open`, `ballot.no-sidecar` */
  async execute({ actor, ballotId }: BoardSidecar): Promise<ArchiveFile> {
    const { election, pairs } = await this.open.boardOf(ballotId, actor.organisationId);
    if (pairs.length === 0) throw BallotErrors.noSidecar();
    const end = await this.sidecars.end(this.database, ballotId);
    const { uuid } = JSON.parse(election) as { uuid: string };
    return { name: `${uuid}.sidecar`, content: Readable.from(this.sidecars.parts(this.database, ballotId, end?.height ?? 0)) };
  }
}
