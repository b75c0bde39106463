import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appendPaper, hexHash, shortened, shortHash } from '@plenum/ballot-crypto';
import { BallotErrors } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/messaging';
import { Database } from '@plenum/service-kit';
import { type BoardEnd, BoardRepository, type Place, type SealedElection } from '../storage/board.repository.js';
import { CredentialsRepository } from '../storage/credentials.repository.js';
import { signReceipt, receiptText } from './acknowledgement.js';
import { type OpenBoard, OpenBoards } from './open-boards.js';
import type { AcknowledgementAnswer } from './sealed.responses.js';
import { Verification } from './verification.js';

/** A sealed paper for the box. Secrecy: who sent it is not part of the command, so nothing below can keep it. */
export class CastPaper extends Command<AcknowledgementAnswer> {
  constructor(
    readonly organisationId: string,
    readonly ballotId: string,
    readonly paper: string,
  ) {
    super();
  }
}

@CommandHandler(CastPaper)
export class CastPaperHandler implements ICommandHandler<CastPaper> {
  constructor(
    private readonly open: OpenBoards,
    private readonly boards: BoardRepository,
    private readonly credentials: CredentialsRepository,
    private readonly verification: Verification,
    private readonly database: Database,
  ) {}

  /**
   * Checks the paper and appends it. The same paper again is acknowledged as the first time, also after the closing.
   * @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open`, `ballot.voting-closed`, `ballot.credential-off-roll`,
   *   `ballot.paper-refused`, `ballot.already-voted`, `ballot.busy`
   */
  async execute({ organisationId, ballotId, paper }: CastPaper): Promise<AcknowledgementAnswer> {
    const election = await this.open.of(ballotId, organisationId);
    const payload = hexHash(paper);
    const before = await this.boards.paper(this.database, ballotId, payload);
    if (before) return acknowledge(election, payload, before);
    assertTakesPapers(await this.boards.end(this.database, ballotId));
    // What costs nothing first: who sends noise is to pay for it, not we.
    if (!(await this.credentials.has(this.database, ballotId, statedCredential(paper)))) throw BallotErrors.credentialOffRoll();
    const outcome = await this.verification.paper(election.election, paper);
    if (!outcome.ok) throw BallotErrors.paperRefused(outcome.check);
    const place = await this.database.transaction((tx) => this.append(tx, election, { paper, payload, credential: outcome.credential }));
    return acknowledge(election, payload, place);
  }

  /** One paper at a time, each on the head that the one before left. */
  private async append(tx: Transaction, { ballotId, revote, timestampS }: OpenBoard, { paper, payload, credential }: Verified): Promise<Place> {
    const last = await this.boards.lock(tx, ballotId);
    const before = await this.boards.paper(tx, ballotId, payload);
    if (before) return before;
    const { height, hash } = assertTakesPapers(last);
    if (!revote && (await this.boards.hasVoted(tx, ballotId, credential))) throw BallotErrors.alreadyVoted();
    const appended = appendPaper({ timestampS, head: { height, hash } }, paper);
    const { head } = await this.boards.append(tx, ballotId, hash, { type: 'Ballot', appended, payload, credential });
    return head;
  }
}

interface Verified {
  readonly paper: string;
  readonly payload: string;
  readonly credential: string;
}

function assertTakesPapers(last: BoardEnd | null): BoardEnd {
  if (!last) throw BallotErrors.notOpen();
  if (last.type !== 'Setup' && last.type !== 'Ballot') throw BallotErrors.votingClosed();
  return last;
}

function acknowledge({ election, acknowledgementKey }: SealedElection, payload: string, { height, hash }: Place): AcknowledgementAnswer {
  const receipt = { tracker: shortened(payload), position: height, head: hash };
  return { ...receipt, signature: signReceipt(acknowledgementKey, receiptText(shortHash(election), receipt)) };
}

/** What a paper says whose it is, before that is verified. @throws `ballot.paper-refused` when it says nothing of the kind */
function statedCredential(paper: string): string {
  try {
    const { credential } = JSON.parse(paper) as { credential?: unknown };
    if (typeof credential === 'string') return credential;
  } catch {
    // Not even JSON: answered below.
  }
  throw BallotErrors.paperRefused('paper-form');
}
