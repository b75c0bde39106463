import { Injectable } from '@nestjs/common';
import { assertCurrent, type Ballot, type BallotState, type Change, type RelatedBallots, type Authority } from '@plenum/ballot-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, type ChangeRequest, IdempotencyKeys, type Retry } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { Authorities } from './authorities.js';

/** A change of a ballot that a member asks for, or has asked for at a time. */
export interface BallotChangeRequest extends ChangeRequest<Actor> {
  readonly ballotId: string;
}

/** Where a ballot stands after a change. */
export interface BallotVersion {
  readonly id: string;
  readonly state: BallotState;
  readonly version: number;
}

/** What a change is told besides the ballot and who asks. */
export interface ChangeContext {
  readonly at: Date;
  readonly tx: Transaction;
}

/** How ballots are changed, and by whom: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class BallotChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ballots: BallotRepository,
    private readonly authorities: Authorities,
    private readonly keys: IdempotencyKeys,
  ) {}

  /**
   * Changes a ballot: one change at a time, each on what the one before left.
   * @throws `ballot.not-found`, `ballot.outdated`, and what the change refuses; nothing is written then
   */
  update(
    request: BallotChangeRequest,
    change: (ballot: Ballot, by: Authority, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<BallotVersion> {
    const { ballotId, actor } = request;
    return this.once(request, async (tx) => {
      const before = await this.ballots.lock(tx, ballotId, actor.organisationId);
      const by = await this.authorities.authorityIn(tx, actor, before.sessionId);
      const made = await change(before, by, { at: this.clock.now(), tx });
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      await this.ballots.update(tx, request, before, made);
      return versionOf(made.ballot);
    });
  }

  /**
   * Serves somebody while nobody else changes the ballot, which stays as it is. Secrecy: neither whom nor when stands in the audit trail.
   * @throws `ballot.not-found`, and what the service refuses; nothing is written then
   */
  serveUnseen(
    { ballotId, actor }: Pick<BallotChangeRequest, 'ballotId' | 'actor'>,
    serve: (ballot: Ballot, tx: Transaction) => Promise<void>,
  ): Promise<BallotVersion> {
    return this.database.transaction(async (tx) => {
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      await serve(ballot, tx);
      return versionOf(ballot);
    });
  }

  /**
   * Changes a ballot, and others of its family with it, all of them or none. The first change is the ballot's own.
   * @throws as {@link update}
   */
  updateWithFamily(
    request: BallotChangeRequest,
    change: (ballot: Ballot, family: RelatedBallots, by: Authority, context: ChangeContext) => Promise<readonly [Change, ...Change[]]>,
  ): Promise<BallotVersion> {
    const { ballotId, actor } = request;
    return this.once(request, async (tx) => {
      const { ballot, family } = await this.ballots.findFamily(tx, ballotId, actor.organisationId);
      const by = await this.authorities.authorityIn(tx, actor, ballot.sessionId);
      const made = await change(ballot, family, by, { at: this.clock.now(), tx });
      assertCurrent(ballot, request.read); // As in a change of one.
      for (const each of made) await this.ballots.update(tx, request, family.find(({ id }) => id === each.ballot.id) ?? ballot, each);
      return versionOf(made[0].ballot);
    });
  }

  /** Adds a new ballot. A retried request is answered as the first. */
  add(
    request: ChangeRequest<Actor> & { readonly retry: Retry },
    make: (context: ChangeContext) => Promise<Change>,
  ): Promise<BallotVersion> {
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, request.action, async () => {
        const made = await make({ tx, at: this.clock.now() });
        await this.ballots.insert(tx, request, made);
        return versionOf(made.ballot);
      }),
    );
  }

  /**
   * Removes a ballot that nobody has heard of. @throws `ballot.not-found`, `ballot.outdated`, `ballot.draft-rehearsed`, and what the check
   * refuses
   */
  remove(request: BallotChangeRequest, check: (ballot: Ballot, by: Authority) => void): Promise<void> {
    const { actor, ballotId, read } = request;
    return this.database.transaction(async (tx) => {
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      check(ballot, await this.authorities.authorityIn(tx, actor, ballot.sessionId));
      assertCurrent(ballot, read); // As in a change.
      await this.ballots.delete(tx, request, ballot);
    });
  }

  private once(request: BallotChangeRequest, work: (tx: Transaction) => Promise<BallotVersion>): Promise<BallotVersion> {
    const route = `${request.action} ${request.ballotId}`;
    return this.database.transaction((tx) => this.keys.changeOnce(tx, request, route, () => work(tx)));
  }
}

const versionOf = ({ id, state, version }: Ballot): BallotVersion => ({ id, state, version });
