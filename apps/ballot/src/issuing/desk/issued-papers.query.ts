import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, hasPaper, keepsRegister, maySeeProgress } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Presence } from '../../presence/presence.js';
import { Authorities } from '../../access/authorities.js';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { HoldingsRepository } from '../../storage/desk/holdings.repository.js';
import type { IssuedPapersAnswer } from './desk.responses.js';

/** Who has a paper, for the desk. */
export class IssuedPapers extends Query<IssuedPapersAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(IssuedPapers)
export class IssuedPapersHandler implements IQueryHandler<IssuedPapers> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly holdings: HoldingsRepository,
    private readonly authorities: Authorities,
    private readonly presence: Presence,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: IssuedPapers): Promise<IssuedPapersAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeProgress(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    if (!hasPaper(ballot.channel)) throw BallotErrors.wrongChannel('issue-paper', ballot.channel);
    const memberIds = await this.holdings.paperHolders(this.database, ballotId);
    const names = new Map((await this.directory.membersByIds(this.database, memberIds)).map(({ id, name }) => [id, name]));
    const there = new Set(await this.presence.membersPresent(this.database, ballot));
    const byRegister = ballot.atOpening?.byRegister ?? keepsRegister(ballot, memberIds.length);
    return {
      byRegister,
      issued: memberIds.length,
      takenBack: ballot.desk.papersTakenBack,
      holders: memberIds.map((id) => ({ member: { id, name: names.get(id) ?? null }, present: there.has(id) })),
    };
  }
}
