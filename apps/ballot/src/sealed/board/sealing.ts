import { Injectable } from '@nestjs/common';
import {
  appendClosing,
  appendTally,
  makeElectionId,
  startArchive,
  startSidecar,
  verifyArchive,
  verifyChain,
  verifyTrustees,
  writeElection,
  writeRoll,
} from '@plenum/ballot-crypto';
import {
  type Ballot,
  BallotErrors,
  type ClosingCount,
  hasSealed,
  pairsOf,
  questionsOf,
  type Registration,
  signsIn,
  thresholdTrusteesOf,
  usableSlips,
} from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import { AccountResetsRepository } from '../../storage/desk/account-resets.repository.js';
import { BoardRepository } from '../../storage/sealed/board.repository.js';
import { CredentialsRepository } from '../../storage/sealed/credentials.repository.js';
import { SidecarRepository } from '../../storage/sealed/sidecar.repository.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import { makeAcknowledgementKey, publicHalf } from './acknowledgement.js';
import { KeyMaking } from '../ceremony/key-making.js';
import { Verification } from '../verification/verification.js';

/** The two moments in which a sealed ballot and its board move together: the opening and the closing. */
@Injectable()
export class Sealing {
  constructor(
    private readonly keys: KeyMaking,
    private readonly credentials: CredentialsRepository,
    private readonly slips: SlipsRepository,
    private readonly resets: AccountResetsRepository,
    private readonly boards: BoardRepository,
    private readonly sidecars: SidecarRepository,
    private readonly verification: Verification,
  ) {}

  /** What the ballot has of what it needs to open. */
  async registration(tx: Transaction, ballot: Ballot, presentMemberIds: readonly string[]): Promise<Registration> {
    const [holders, drawn] = [await this.credentials.holders(tx, ballot.id), await this.slips.holders(tx, ballot.id)];
    const there = new Set(presentMemberIds);
    const slips = { usable: usableSlips(await this.slips.slipsOf(tx, ballot.id)).length, holders: drawn.length };
    const left = [...holders, ...drawn].filter((id) => !there.has(id));
    const unconfirmed = await this.unconfirmed(tx, ballot, holders);
    return {
      registered: holders.length,
      slips,
      keysMissing: (await this.keys.keysOf(tx, ballot)).missing,
      left,
      unconfirmed,
      lost: await this.credentials.unreadable(tx, ballot.id),
    };
  }

  /** Holders whose account is held back all the same. Where nobody signs in, nobody is there to be seen when the voting opens. */
  private async unconfirmed(tx: Transaction, ballot: Ballot, holders: readonly string[]): Promise<readonly string[]> {
    if (!signsIn(ballot.electorate)) return [];
    const held = new Set((await this.resets.onRoll(tx, ballot)).filter(({ isHeld }) => isHeld).map(({ memberId }) => memberId));
    return holders.filter((id) => held.has(id));
  }

  /** Puts election, trustees and credentials on a new board: from now on they are frozen. */
  async open(tx: Transaction, ballot: Ballot, at: Date): Promise<void> {
    const { trustees, missing } = await this.keys.keysOf(tx, ballot);
    if (!trustees) throw BallotErrors.keysMissing(missing);
    const read = verifyTrustees(this.verification.arithmetic, trustees);
    if (!read.ok) throw BallotErrors.keyRefused(read.check);
    const acknowledgementKey = makeAcknowledgementKey();
    const description = `Plenum ballot ${ballot.id}. Acknowledgements are signed with Ed25519 key ${publicHalf(acknowledgementKey)}.`;
    const election = writeElection(
      { uuid: ballot.electionId ?? makeElectionId(), name: ballot.title, description, questions: questionsOf(ballot) },
      read.trustees.electionKey,
    );
    const roll = writeRoll(
      (await this.credentials.freeze(tx, ballot.id, await this.slips.freeze(tx, ballot.id))).map((credential) => ({ credential })),
    );
    const setup = startArchive(Math.floor(at.getTime() / 1000), { election, trustees, roll });
    // Nobody shall vote on a board that no verifier would accept afterwards.
    const verdict = verifyArchive(setup.bytes, { arithmetic: this.verification.arithmetic });
    if (!verdict.ok) throw BallotErrors.archiveRefused(verdict.check, verdict.at);
    await this.boards.open(tx, {
      ballotId: ballot.id,
      election,
      trustees,
      roll,
      owners: thresholdTrusteesOf(ballot).memberIds,
      acknowledgementKey,
    });
    await this.boards.append(tx, ballot.id, [{ type: 'Setup', appended: setup, parent: null }]);
    const pairs = pairsOf(ballot);
    if (pairs.length > 0) await this.sidecars.append(tx, ballot.id, [{ parent: null, appended: startSidecar(verdict.election, pairs) }]);
  }

  /**
   * Ends the casting and adds the papers up, still sealed. Waits for the paper that is being appended; none comes after.
   * @returns what is in the box: each credential has one paper that counts
   */
  async close(tx: Transaction, { id }: Ballot): Promise<ClosingCount> {
    const last = await this.boards.lock(tx, id);
    if (!last) throw BallotErrors.notOpen();
    if (last.type !== 'Setup' && last.type !== 'Ballot') throw BallotErrors.votingClosed();
    const { timestampS, head, sum } = await this.verification.sum(await this.boards.archive(tx, id, last.height));
    const closing = appendClosing({ timestampS, head });
    await this.boards.append(tx, id, [
      { type: 'EndBallots', appended: closing, parent: last.hash },
      { type: 'EncryptedTally', appended: appendTally(closing.end, sum), parent: closing.end.head.hash },
    ]);
    return { voters: sum.counted, returned: sum.counted };
  }

  /** Ends the casting of those of the annulled ballots whose boxes were open. */
  async stopAll(tx: Transaction, ballots: readonly Ballot[]): Promise<void> {
    for (const ballot of ballots.filter(({ state, channel }) => state === 'OPEN' && hasSealed(channel))) await this.stop(tx, ballot);
  }

  /**
   * Ends the casting of a ballot that is annulled: nothing is added up, and nobody asks whether the board verifies, since that it does not
   * may be the reason. Waits for the paper that is being appended; none comes after.
   */
  private async stop(tx: Transaction, { id }: Ballot): Promise<void> {
    const last = await this.boards.lock(tx, id);
    if (last?.type !== 'Setup' && last?.type !== 'Ballot') return;
    const setup = verifyChain(await this.boards.archive(tx, id, 0));
    if (!setup.ok) throw BallotErrors.archiveRefused(setup.check, setup.at);
    const closing = appendClosing({ timestampS: setup.board.timestampS, head: { height: last.height, hash: last.hash } });
    await this.boards.append(tx, id, [{ type: 'EndBallots', appended: closing, parent: last.hash }]);
  }
}
