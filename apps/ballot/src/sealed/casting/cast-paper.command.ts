import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { shortened } from '@plenum/ballot-crypto';
import { BallotErrors } from '@plenum/ballot-domain';
import type { BoardPosition } from '../../storage/sealed/board.repository.js';
import { signReceipt, receiptText } from '../board/acknowledgement.js';
import { BallotBoxes, refusalOf } from './ballot-boxes.js';
import { BoardLooks } from './board-looks.js';
import { type OpenBoard, OpenBoards } from '../board/open-boards.js';
import type { AcknowledgementAnswer } from './casting.responses.js';
import { Verification } from '../verification/verification.js';

/** A sealed paper for the box. Secrecy: who sent it is not part of the command, so nothing below can keep it. */
export class CastPaper extends Command<AcknowledgementAnswer> {
  constructor(
    readonly organisationId: string,
    readonly ballotId: string,
    readonly paper: string,
    /** Where marks are three-way: the proofs that the paper marks nobody both ways. */
    readonly marks: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(CastPaper)
export class CastPaperHandler implements ICommandHandler<CastPaper> {
  constructor(
    private readonly open: OpenBoards,
    private readonly looks: BoardLooks,
    private readonly boxes: BallotBoxes,
    private readonly verification: Verification,
  ) {}

  /**
   * Checks the paper and appends it, where marks are three-way together with its proofs or not at all. The same paper again is acknowledged
   * as the first time, also after the closing.
   * @throws `ballot.not-found`, `ballot.wrong-channel`, `ballot.not-open`, `ballot.voting-closed`, `ballot.paper-too-large`,
   * `ballot.credential-off-roll`, `ballot.marks-missing`, `ballot.marks-unexpected`, `ballot.paper-refused`, `ballot.credential-not-held`,
   * `ballot.already-voted`, `ballot.busy`
   */
  async execute({ organisationId, ballotId, paper, marks }: CastPaper): Promise<AcknowledgementAnswer> {
    const board = await this.open.boardOf(ballotId, organisationId);
    // Before anything reads it: what is longer than a paper of this election is none.
    assertLength(paper, board.lengthMax.paper);
    assertLength(marks ?? '', board.lengthMax.marks);
    const payload = this.verification.arithmetic.hexHash(paper);
    const { end, place } = await this.looks.at(ballotId, payload);
    if (place) return acknowledge(board, payload, place);
    const refusal = refusalOf(end);
    if (refusal) throw refusal;
    const { pairs } = board;
    if (pairs.length > 0 && marks === undefined) throw BallotErrors.marksMissing();
    if (pairs.length === 0 && marks !== undefined) throw BallotErrors.marksUnexpected();
    // What costs nothing first: who sends noise is to pay for it, not we.
    if (!board.issued.has(statedCredential(paper))) throw BallotErrors.credentialOffRoll();
    const outcome = await this.verification.paper(board.election, paper, marks === undefined ? undefined : { pairs, sent: marks });
    if (!outcome.ok)
      throw outcome.check === 'paper-signature' ? BallotErrors.credentialNotHeld() : BallotErrors.paperRefused(outcome.check);
    return acknowledge(board, payload, await this.boxes.append(board, { paper, marks, payload, credential: outcome.credential }));
  }
}

function acknowledge({ fingerprint, signer }: OpenBoard, payload: string, { height, hash }: BoardPosition): AcknowledgementAnswer {
  const receipt = { tracker: shortened(payload), position: height, head: hash };
  return { ...receipt, signature: signReceipt(signer, receiptText(fingerprint, receipt)) };
}

function assertLength({ length }: string, most: number): void {
  if (length > most) throw BallotErrors.paperTooLarge(length, most);
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
