import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appendShare, verifyShare, verifyTrustees } from '@plenum/ballot-crypto';
import { ADD_SHARE, assertAllowed, type Ballot, BallotErrors } from '@plenum/ballot-domain';
import { Database, type Transaction } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { BoardRepository } from '../../storage/sealed/board.repository.js';
import { lackingShares, OpenedSums } from './opened-sums.js';
import { Verification } from '../verification/verification.js';

/** A scrutineer's device, which verified the archive itself, adds its share; with the last one that is needed the sums are opened. */
export class AddShare extends Command<BallotVersion> {
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
    private readonly changes: BallotChanges,
    private readonly boards: BoardRepository,
    private readonly sums: OpenedSums,
    private readonly verification: Verification,
    private readonly database: Database,
  ) {}

  /**
   * @throws `ballot.not-a-scrutineer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.result-stands`, `ballot.share-repeated`,
   * `ballot.shares-complete`, `ballot.share-refused` (of a wrong key, or malformed), `ballot.archive-refused` by one of two programs: then
   * the share stands and the result does not. Where opening the box takes long the share is answered before: the count tells how it went.
   */
  async execute({ actor, ballotId, share }: AddShare): Promise<BallotVersion> {
    const changed = await this.changes.update({ actor, ballotId, action: 'add-share' }, async (ballot, by, { tx }) => {
      assertAllowed(ADD_SHARE, ballot, by);
      await this.append(tx, ballot, by.memberId, share);
      return { ballot, events: [] };
    });
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    await this.sums.settle(ballot);
    return changed;
  }

  private async append(tx: Transaction, { id, organisationId }: Ballot, memberId: string, share: string): Promise<void> {
    const last = await this.boards.lock(tx, id);
    const election = await this.boards.election(tx, id, organisationId);
    if (!election || !last) throw BallotErrors.notOpen();
    if (last.type === 'Result') throw BallotErrors.resultStands();
    const { arithmetic } = this.verification;
    const read = verifyTrustees(arithmetic, election.trustees);
    if (!read.ok) throw BallotErrors.archiveRefused(read.check, read.at);
    const owner = election.owners.indexOf(memberId) + 1;
    const key = read.trustees.keys[owner - 1];
    if (!key) throw BallotErrors.notAScrutineer();
    const given = new Set(await this.boards.owners(tx, id));
    if (given.has(owner)) throw BallotErrors.shareRepeated();
    // The board holds what the combination needs and no more.
    if (lackingShares(read.trustees, given) === 0) throw BallotErrors.sharesComplete();
    const { fingerprint, timestampS, head, sum } = await this.verification.sum(await this.boards.archive(tx, id, last.height));
    const verdict = verifyShare(arithmetic, fingerprint, sum.tally, key.publicKey, share);
    if (!verdict.ok) throw BallotErrors.shareRefused(verdict.check);
    const appended = appendShare({ timestampS, head }, owner, share);
    await this.boards.append(tx, id, [{ type: 'PartialDecryption', appended, parent: last.hash, owner }]);
  }
}
