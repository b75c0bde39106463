import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type ArchiveAddition,
  appendResult,
  combine,
  type DecryptionFactors,
  joined,
  openTally,
  groupsLackingShares,
  type Trustees,
  VERIFIER_VERSION,
  verifyChain,
  verifyShare,
  verifyTrustees,
} from '@plenum/ballot-crypto';
import { type Ballot, BallotErrors, type OpeningProgress, OWN_VERIFIER, type QuestionSums } from '@plenum/ballot-domain';
import type { SummedArchive } from '@plenum/ballot-verification';
import { Database, type Queryable } from '@plenum/database';
import { BallotConfig } from '../../ballot.config.js';
import { BoardRepository, type SealedElection } from '../../storage/sealed/board.repository.js';
import { SidecarRepository } from '../../storage/sealed/sidecar.repository.js';
import { VerdictsRepository, type VerifierVerdict } from '../../storage/sealed/verdicts.repository.js';
import { ForeignVerifier } from '../verification/foreign-verifier.js';
import { Verification } from '../verification/verification.js';

/** What the scrutineers open together. */
@Injectable()
export class OpenedSums {
  /** Who asks for a box that is being opened waits for the same opening. */
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly boards: BoardRepository,
    private readonly sidecars: SidecarRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly verification: Verification,
    private readonly foreign: ForeignVerifier,
    private readonly database: Database,
    private readonly config: BallotConfig,
  ) {}

  /** The sums as the board has them, and what is still missing for them to be opened. Opens nothing. */
  async sumsOf(from: Queryable, { id, organisationId }: Ballot): Promise<OpeningProgress> {
    const [election, last] = [await this.boards.election(from, id, organisationId), await this.boards.end(from, id)];
    if (!election || !last) return { sums: null, missing: [], lacking: 0 };
    const given = new Set(await this.boards.owners(from, id));
    const missing = election.owners.filter((_, nth) => !given.has(nth + 1));
    if (last.type !== 'Result') return { sums: null, missing, lacking: this.lacking(election, given) };
    const chain = verifyChain(await this.boards.archive(from, id, last.height));
    if (!chain.ok) throw BallotErrors.archiveRefused(chain.check, chain.at);
    return { sums: (JSON.parse(chain.board.result?.text ?? '{}') as { result: QuestionSums }).result, missing, lacking: 0 };
  }

  /**
   * Opens the box once enough shares are there. The result is put on the board only after two programs accepted the whole archive with
   * it: our own strict verifier, and the foreign one where it is installed. Neither runs while a transaction is open.
   * @returns false where that takes longer than anybody should wait for an answer: it goes on, and who asks next waits for the same opening
   * @throws `ballot.archive-refused`
   */
  async settle({ id, organisationId }: Ballot): Promise<boolean> {
    const opening = this.underWay.get(id) ?? this.open(id, organisationId).finally(() => this.underWay.delete(id));
    this.underWay.set(id, opening);
    const patience = new AbortController();
    const isOver = pause(this.config.openingAnswerSecondsMax * 1000, false, { signal: patience.signal });
    try {
      return await Promise.race([opening.then(() => true), isOver]);
    } finally {
      patience.abort();
      isOver.catch(() => undefined);
    }
  }

  private async open(ballotId: string, organisationId: string): Promise<void> {
    const [election, last] = [
      await this.boards.election(this.database, ballotId, organisationId),
      await this.boards.end(this.database, ballotId),
    ];
    if (!election || last?.type !== 'PartialDecryption') return;
    if (this.lacking(election, new Set(await this.boards.owners(this.database, ballotId))) > 0) return;
    const archive = await this.boards.archive(this.database, ballotId, last.height);
    const summed = await this.verification.sum(archive);
    const result = this.resultOf(election, summed);
    const judged = await this.judge(ballotId, summed.papers, joined([archive, result.bytes]));
    await this.database.transaction(async (tx) => {
      const end = await this.boards.lock(tx, ballotId);
      // Another replica may have been faster with the same sums.
      if (end?.type === 'Result') return;
      await this.boards.append(tx, ballotId, [{ type: 'Result', appended: result, parent: summed.head.hash }]);
      await this.verdicts.keep(tx, ballotId, result.end.head.hash, judged);
    });
  }

  private resultOf(election: SealedElection, { timestampS, head, fingerprint, sum, shares: given }: SummedArchive): ArchiveAddition {
    const { arithmetic } = this.verification;
    const trustees = this.trusteesOf(election);
    const shares = new Map<number, DecryptionFactors>();
    for (const { owner, text, at } of given) {
      const share = verifyShare(arithmetic, fingerprint, sum.tally, trustees.keys[owner - 1]?.publicKey ?? 1n, text);
      if (!share.ok) throw BallotErrors.archiveRefused(share.check, at);
      shares.set(owner, share.factors);
    }
    return appendResult({ timestampS, head }, openTally(arithmetic, sum, combine(arithmetic, trustees, shares)));
  }

  private async judge(ballotId: string, papers: number, archive: Uint8Array): Promise<readonly VerifierVerdict[]> {
    const own = await this.verification.archive(archive, await this.sidecars.log(this.database, ballotId, papers));
    if (!own.ok) throw BallotErrors.archiveRefused(own.check, own.at);
    const foreign = await this.foreign.judge(own.election.uuid, [archive]);
    return [{ verifier: OWN_VERIFIER, version: `${VERIFIER_VERSION}`, verdict: 'accepted' }, foreign];
  }

  private lacking(election: SealedElection, given: ReadonlySet<number>): number {
    return lackingShares(this.trusteesOf(election), given);
  }

  private trusteesOf({ trustees }: SealedElection): Trustees {
    const read = verifyTrustees(this.verification.arithmetic, trustees);
    if (!read.ok) throw BallotErrors.archiveRefused(read.check, read.at);
    return read.trustees;
  }
}

/**
 * How many shares are still needed beside those of these owners: of a threshold group as many as its rules say, of single scrutineers each
 * one's.
 */
export const lackingShares = (trustees: Trustees, given: ReadonlySet<number>): number =>
  groupsLackingShares(trustees, given).reduce(
    (sum, { owners, needed }) => sum + needed - owners.filter((owner) => given.has(owner)).length,
    0,
  );
