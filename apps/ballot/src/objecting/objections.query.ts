import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ResultObjection } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { ObjectionsRepository } from '../storage/objections.repository.js';
import type { ObjectionAnswerView, ObjectionsAnswer } from './objecting.responses.js';

/** The objections to a result: all of them for organisers, their own for everybody else. */
export class BallotObjections extends Query<ObjectionsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(BallotObjections)
export class BallotObjectionsHandler implements IQueryHandler<BallotObjections> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly objections: ObjectionsRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found` */
  async execute({ actor, ballotId }: BallotObjections): Promise<ObjectionsAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const { organises, memberId } = await this.authorities.authorityIn(this.database, actor, ballot.sessionId);
    const found = await this.objections.objectionsTo(this.database, ballotId, organises ? null : memberId);
    const members = await this.directory.membersByIds(this.database, [...new Set(found.map((each) => each.memberId))]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return { items: found.map((each) => view(each, names)) };
  }
}

function view({ id, memberId, text, at, answer }: ResultObjection, names: ReadonlyMap<string, string>): ObjectionAnswerView {
  const answered = answer && { upheld: answer.upheld, reason: answer.reason, at: answer.at.toISOString() };
  return { id, member: { id: memberId, name: names.get(memberId) ?? null }, text, at: at.toISOString(), answer: answered };
}
