import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, maySeeProgress, relatedOfficers } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import type { RelativesAnswer } from './nominating.responses.js';

/**
 * What was declared of near relatives, for the ballot's organisers and officers; never for anybody else, whatever becomes of the ballot.
 */
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
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId }: DeclaredRelatives): Promise<RelativesAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeProgress(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    const barred = relatedOfficers(ballot);
    const members = await this.directory.membersByIds(this.database, [
      ...ballot.relatives.flatMap(({ memberIds }) => memberIds),
      ...barred,
    ]);
    const named = (id: string) => ({ id, name: members.find((member) => member.id === id)?.name ?? null });
    return { items: ballot.relatives.map(({ memberIds, kind }) => ({ members: memberIds.map(named), kind })), barred: barred.map(named) };
  }
}
