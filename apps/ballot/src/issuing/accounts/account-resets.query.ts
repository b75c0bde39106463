import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, maySeeProgress } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../../access/authorities.js';
import type { PersonAnswer } from '../../shapes/ballot.responses.js';
import { AccountResetsRepository } from '../../storage/desk/account-resets.repository.js';
import { BallotRepository } from '../../storage/ballot.repository.js';
import type { AccountResetsAnswer } from './accounts.responses.js';

/** Whose password on the roll was set by way of a code since the session was announced. */
export class AccountResetsOfBallot extends Query<AccountResetsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(AccountResetsOfBallot)
export class AccountResetsOfBallotHandler implements IQueryHandler<AccountResetsOfBallot> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly resets: AccountResetsRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId }: AccountResetsOfBallot): Promise<AccountResetsAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeProgress(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    const resets = await this.resets.onRoll(this.database, ballot);
    const ids = new Set(resets.flatMap(({ memberId, madeBy, confirmedBy }) => [memberId, madeBy, confirmedBy].filter((id) => id !== null)));
    const names = new Map((await this.directory.membersByIds(this.database, [...ids])).map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    const namedOrNull = (id: string | null): PersonAnswer | null => (id === null ? null : named(id));
    return {
      items: resets.map(({ memberId, at, madeBy, isFirst, late, isHeld, confirmedBy }) => ({
        member: named(memberId),
        at: at.toISOString(),
        madeBy: namedOrNull(madeBy),
        isFirst,
        late,
        isHeld,
        confirmedBy: namedOrNull(confirmedBy),
      })),
    };
  }
}
