import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appendShare, openArchive, sumPapers, verifyShare } from '@plenum/ballot-crypto';
import { ADD_SHARE, assertAllowed, type Ballot, BallotErrors } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/messaging';
import { type Actor, Database } from '@plenum/service-kit';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { BoardRepository } from '../storage/board.repository.js';
import { OpenedSums } from './opened-sums.js';
import { lackingShares } from './shares.js';
import { credentialOf } from './sealing.js';
import { Verification } from './verification.js';

/** A scrutineer's device, which verified the archive itself, adds its share; with the last one that is needed the sums are opened. */
export class AddShare extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly share: string,
  ) {
    super();
  }
}

@CommandHandler(AddShare)
export class AddShareHandler implements ICommandHandler<AddShare> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly boards: BoardRepository,
    private readonly sums: OpenedSums,
    private readonly verification: Verification,
    private readonly database: Database,
  ) {}

  /**
   * @throws `ballot.not-a-scrutineer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.result-stands`, `ballot.share-repeated`, `ballot.shares-complete`,
   *   `ballot.share-refused` (of a wrong key, or malformed), `ballot.archive-refused` by one of two programs: then the share stands and the result does not
   */
  async execute({ actor, ballotId, share }: AddShare): Promise<BallotReceipt> {
    const receipt = await this.ballots.update({ actor, ballotId, action: 'add-share' }, async (ballot, by, { tx }) => {
      assertAllowed(ADD_SHARE, ballot, by);
      await this.append(tx, ballot, by.memberId, share);
      return { ballot, events: [] };
    });
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    await this.sums.settle(ballot);
    return receipt;
  }

  private async append(tx: Transaction, { id, organisationId }: Ballot, memberId: string, share: string): Promise<void> {
    const last = await this.boards.lock(tx, id);
    const election = await this.boards.election(tx, id, organisationId);
    if (!election || !last) throw BallotErrors.notOpen();
    if (last.type === 'Result') throw BallotErrors.resultStands();
    const { arithmetic } = this.verification;
    const opened = openArchive(await this.boards.archive(tx, id, last.height), { arithmetic });
    if (!opened.ok) throw BallotErrors.archiveRefused(opened.check, opened.at);
    const { board, trustees } = opened;
    const owner = election.owners.indexOf(memberId) + 1;
    const key = trustees.keys[owner - 1];
    if (!key) throw BallotErrors.notAScrutineer();
    if (board.shares.some((given) => given.owner === owner)) throw BallotErrors.shareRepeated();
    // The board holds what the combination needs and no more.
    if (lackingShares(trustees, new Set(board.shares.map((given) => given.owner))) === 0) throw BallotErrors.sharesComplete();
    const { tally } = sumPapers(opened, board.papers.map(({ content }) => credentialOf(content)));
    const verdict = verifyShare(arithmetic, opened.election.fingerprint, tally, key.publicKey, share);
    if (!verdict.ok) throw BallotErrors.shareRefused(verdict.check);
    const appended = appendShare({ timestampS: board.timestampS, head: board.head }, owner, share);
    await this.boards.append(tx, id, [{ type: 'PartialDecryption', appended, parent: last.hash, owner }]);
  }
}
