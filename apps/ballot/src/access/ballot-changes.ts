import { Injectable } from '@nestjs/common';
import { assertCurrent, type Ballot, type BallotState, type Change, type Family, type Standing } from '@plenum/ballot-domain';
import { Clock } from '@plenum/kernel';
import type { Transaction } from '@plenum/messaging';
import { type Actor, Database, IdempotencyKeys } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { ChangeRecords } from '../storage/change-records.js';
import { Standings } from './standings.js';

/** A change that somebody asks for: of which ballot, by whom, as what it is kept in the audit trail. */
export interface ChangeRequest {
  readonly ballotId: string;
  readonly actor: Actor;
  /** As the command is named: `open-voting`. */
  readonly action: string;
  /** The version of the ballot that the change was made on, where it overwrites what others may have written. */
  readonly read?: number | undefined;
}

/** The client's key for a request that it may send again, with what the request said. */
export interface Retry {
  readonly key: string | undefined;
  readonly content: unknown;
}

/** Where a ballot stands after a change. */
export interface BallotReceipt {
  readonly id: string;
  readonly state: BallotState;
  readonly version: number;
}

/** What a change is told besides the ballot and who asks. */
export interface ChangeContext {
  readonly at: Date;
  readonly tx: Transaction;
}

/** How ballots are changed: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class BallotChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ballots: BallotRepository,
    private readonly standings: Standings,
    private readonly records: ChangeRecords,
    private readonly keys: IdempotencyKeys,
  ) {}

  /**
   * Changes a ballot: one change at a time, each on what the one before left.
   * @throws `ballot.not-found`, `ballot.outdated`, and what the change refuses; nothing is written then
   */
  update(
    request: ChangeRequest,
    change: (ballot: Ballot, by: Standing, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<BallotReceipt> {
    const { ballotId, actor } = request;
    return this.database.transaction(async (tx) => {
      const before = await this.ballots.lock(tx, ballotId, actor.organisationId);
      const by = await this.standings.standingIn(tx, actor, before.sessionId);
      const made = await change(before, by, { at: this.clock.now(), tx });
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      await this.write(tx, request, before, made);
      return receiptOf(made.ballot);
    });
  }

  /**
   * Serves somebody while nobody else changes the ballot, which stays as it is. Secrecy: neither whom nor when stands in the audit trail.
   * @throws `ballot.not-found`, and what the service refuses; nothing is written then
   */
  serveUnseen(
    { ballotId, actor }: Omit<ChangeRequest, 'action'>,
    serve: (ballot: Ballot, tx: Transaction) => Promise<void>,
  ): Promise<BallotReceipt> {
    return this.database.transaction(async (tx) => {
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      await serve(ballot, tx);
      return receiptOf(ballot);
    });
  }

  /**
   * Changes a ballot, and others of its family with it, all of them or none. The first change is the ballot's own.
   * @throws as {@link update}
   */
  updateWithFamily(
    request: ChangeRequest,
    change: (ballot: Ballot, family: Family, by: Standing, context: ChangeContext) => Promise<readonly [Change, ...Change[]]>,
  ): Promise<BallotReceipt> {
    const { ballotId, actor } = request;
    return this.database.transaction(async (tx) => {
      const { ballot, family } = await this.ballots.findFamily(tx, ballotId, actor.organisationId);
      const by = await this.standings.standingIn(tx, actor, ballot.sessionId);
      const made = await change(ballot, family, by, { at: this.clock.now(), tx });
      assertCurrent(ballot, request.read); // As in a change of one.
      for (const each of made) await this.write(tx, request, family.find(({ id }) => id === each.ballot.id) ?? ballot, each);
      return receiptOf(made[0].ballot);
    });
  }

  /** Adds a new ballot. A retried request is answered as the first. */
  add(
    request: Omit<ChangeRequest, 'ballotId'>,
    { key, content }: Retry,
    make: (context: ChangeContext) => Promise<Change>,
  ): Promise<BallotReceipt> {
    const { actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.once(tx, { actor: actor.memberId, route: action, key, content }, async () => {
        const made = await make({ tx, at: this.clock.now() });
        await this.ballots.insert(tx, made.ballot);
        await this.records.write(tx, request, null, made);
        return receiptOf(made.ballot);
      }),
    );
  }

  /**
   * Removes a ballot that nobody has heard of. What it said stays in the audit trail. @throws `ballot.not-found`, `ballot.outdated`,
   * `ballot.draft-rehearsed`, and what the check refuses
   */
  remove({ actor, ballotId, action, read }: ChangeRequest, check: (ballot: Ballot, by: Standing) => void): Promise<void> {
    return this.database.transaction(async (tx) => {
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      check(ballot, await this.standings.standingIn(tx, actor, ballot.sessionId));
      assertCurrent(ballot, read); // As in a change.
      await this.ballots.remove(tx, ballotId);
      await this.records.writeRemoval(tx, { actor, action }, ballot);
    });
  }

  private async write(tx: Transaction, request: ChangeRequest, before: Ballot, made: Change): Promise<void> {
    await this.ballots.save(tx, made.ballot);
    await this.records.write(tx, request, before, made);
  }
}

const receiptOf = ({ id, state, version }: Ballot): BallotReceipt => ({ id, state, version });
