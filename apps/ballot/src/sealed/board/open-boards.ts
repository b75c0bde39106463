import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { marksLengthMax, paperLengthMax, shortHash, verifyChain, verifyElection } from '@plenum/ballot-crypto';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { BoardRepository, type SealedElection } from '../../storage/sealed/board.repository.js';

/** An election whose board was begun. */
export interface OpenBoard extends SealedElection {
  /** Stands in every record of the board. */
  readonly timestampS: number;
  /** Fingerprint of the election. */
  readonly fingerprint: string;
  /** The credentials on the board: one for each paper that was issued. */
  readonly issued: ReadonlySet<string>;
  /** As long as a paper of this election may be, and the proofs beside it. */
  readonly lengthMax: { readonly paper: number; readonly marks: number };
  /** Signs acknowledgements. */
  readonly signer: KeyObject;
}

const KEPT_MAX = 16; // Some megabytes each, where thousands vote.

/** What was fixed at the openings, kept in memory: it never changes, and every paper needs it. */
@Injectable()
export class OpenBoards {
  private readonly kept = new Map<string, OpenBoard>();

  constructor(
    private readonly ballots: BallotRepository,
    private readonly boards: BoardRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open` */
  async boardOf(ballotId: string, organisationId: string): Promise<OpenBoard> {
    const kept = this.kept.get(ballotId);
    if (kept?.organisationId === organisationId) return kept;
    const election = await this.boards.election(this.database, ballotId, organisationId);
    if (!election) throw await this.unopened(ballotId, organisationId);
    const setup = verifyChain(await this.boards.archive(this.database, ballotId, 0));
    if (!setup.ok) throw BallotErrors.archiveRefused(setup.check, setup.at);
    const read = verifyElection(election.election);
    if (!read.ok) throw BallotErrors.archiveRefused(read.check, read.at);
    const { questions } = read.election;
    const lengthMax = { paper: paperLengthMax(questions), marks: marksLengthMax(questions, election.pairs) };
    const issued = new Set(JSON.parse(election.roll) as string[]);
    const board = {
      ...election,
      timestampS: setup.board.timestampS,
      fingerprint: shortHash(election.election),
      issued,
      lengthMax,
      signer: createPrivateKey(election.acknowledgementKey),
    };
    this.kept.set(ballotId, board);
    if (this.kept.size > KEPT_MAX) this.kept.delete([...this.kept.keys()][0] ?? '');
    return board;
  }

  private async unopened(ballotId: string, organisationId: string): Promise<Error> {
    const { channel } = await this.ballots.find(this.database, ballotId, organisationId);
    return hasSealed(channel) ? BallotErrors.notOpen() : BallotErrors.wrongChannel('board', channel);
  }
}
