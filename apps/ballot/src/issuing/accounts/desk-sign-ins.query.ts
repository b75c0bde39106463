import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, maySeeProgress } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../../access/authorities.js';
import type { PersonAnswer } from '../../shapes/ballot.responses.js';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { DeskSignInsRepository } from '../../storage/desk/desk-sign-ins.repository.js';
import type { DeskSignInsAnswer } from './accounts.responses.js';

/** Whom of the roll another hand signed in to the session, so far or until the ballot closed. */
export class DeskSignInsOfBallot extends Query<DeskSignInsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(DeskSignInsOfBallot)
export class DeskSignInsOfBallotHandler implements IQueryHandler<DeskSignInsOfBallot> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly signIns: DeskSignInsRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId }: DeskSignInsOfBallot): Promise<DeskSignInsAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeProgress(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    const signIns = await this.signIns.onRoll(this.database, ballot);
    const ids = new Set(signIns.flatMap(({ memberId, madeBy }) => [memberId, madeBy]));
    const names = new Map((await this.directory.membersByIds(this.database, [...ids])).map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    return {
      items: signIns.map(({ memberId, at, madeBy, late }) => ({
        member: named(memberId),
        at: at.toISOString(),
        madeBy: named(madeBy),
        late,
      })),
    };
  }
}
