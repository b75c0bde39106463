import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, mayFollow } from '@plenum/ballot-domain';
import { type Actor, Database } from '@plenum/service-kit';
import { Standings } from '../access/standings.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import type { RelativesAnswer } from './nominating.responses.js';

/** What was declared of near relatives, for the ballot's organisers and officers; never for anybody else, whatever becomes of the ballot. */
export class DeclaredRelatives extends Query<RelativesAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(DeclaredRelatives)
export class DeclaredRelativesHandler implements IQueryHandler<DeclaredRelatives> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly standings: Standings,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId }: DeclaredRelatives): Promise<RelativesAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!mayFollow(ballot, await this.standings.of(this.database, actor, ballot.sessionId))) throw BallotErrors.notAnOfficer();
    return { items: ballot.relatives.map(({ memberIds, kind }) => ({ memberIds: [...memberIds], kind })) };
  }
}
