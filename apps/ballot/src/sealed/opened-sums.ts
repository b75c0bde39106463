import { Injectable } from '@nestjs/common';
import { appendResult, combine, type Factors, joined, openArchive, type OpenedArchive, openTally, sumPapers, verifyShare } from '@plenum/ballot-crypto';
import { type Ballot, BallotErrors, type Opened, type Sums } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/messaging';
import { BoardRepository } from '../storage/board.repository.js';
import { lackingShares } from './shares.js';
import { credentialOf } from './sealing.js';
import { Verification } from './verification.js';

/** What the scrutineers open together. */
@Injectable()
export class OpenedSums {
  constructor(
    private readonly boards: BoardRepository,
    private readonly verification: Verification,
  ) {}

  /**
   * The sums, once enough shares are there. The first to ask opens them: the result is put on the board only after our own
   * strict verifier accepted the whole archive with it.
   * @throws `ballot.archive-refused`
   */
  async of(tx: Transaction, { id, organisationId }: Ballot): Promise<Opened> {
    const [election, last] = [await this.boards.election(tx, id, organisationId), await this.boards.end(tx, id)];
    if (!election || !last) return { sums: null, missing: [], lacking: 0 };
    const archive = await this.boards.archive(tx, id, last.height);
    const opened = openArchive(archive, { arithmetic: this.verification.arithmetic });
    if (!opened.ok) throw BallotErrors.archiveRefused(opened.check, opened.at);
    const { board } = opened;
    const given = new Set(board.shares.map(({ owner }) => owner));
    const missing = election.owners.filter((_, nth) => !given.has(nth + 1));
    if (board.result) return { sums: (JSON.parse(board.result.text) as { result: Sums }).result, missing, lacking: 0 };
    const lacking = lackingShares(opened.trustees, given);
    return { sums: lacking > 0 ? null : await this.put(tx, id, archive, opened), missing, lacking };
  }

  private async put(tx: Transaction, ballotId: string, archive: Uint8Array, opened: OpenedArchive): Promise<Sums> {
    const { board, trustees } = opened;
    const { arithmetic } = this.verification;
    const sum = sumPapers(opened, board.papers.map(({ content }) => credentialOf(content)));
    const shares = new Map<number, Factors>();
    for (const { owner, text, at } of board.shares) {
      const share = verifyShare(arithmetic, opened.election.fingerprint, sum.tally, trustees.keys[owner - 1]?.publicKey ?? 1n, text);
      if (!share.ok) throw BallotErrors.archiveRefused(share.check, at);
      shares.set(owner, share.factors);
    }
    const sums = openTally(arithmetic, sum, combine(arithmetic, trustees, shares));
    const appended = appendResult({ timestampS: board.timestampS, head: board.head }, sums);
    const verdict = await this.verification.archive(joined([archive, appended.bytes]));
    if (!verdict.ok) throw BallotErrors.archiveRefused(verdict.check, verdict.at);
    const last = await this.boards.lock(tx, ballotId);
    // Another replica may have been faster with the same sums.
    if (last?.type !== 'Result') await this.boards.append(tx, ballotId, [{ type: 'Result', appended, parent: board.head.hash }]);
    return sums;
  }
}
