import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Ballot, BallotErrors, type Nominee, type Objection, mayFollow, neededForPaper, nominationRuleOf, nominationsOf } from '@plenum/ballot-domain';
import { Directory } from '@plenum/directory';
import { type Actor, Database } from '@plenum/service-kit';
import { Standings } from '../access/standings.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';
import type { CandidateObjectionAnswer, NominationAnswer, NomineeAnswer } from './nominating.responses.js';

/** The finding of candidates: from the posting on for everybody of the organisation, before it for organisers and officers. */
export class NominationPage extends Query<NominationAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(NominationPage)
export class NominationPageHandler implements IQueryHandler<NominationPage> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly objections: CandidateObjectionsRepository,
    private readonly standings: Standings,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, also for a draft that is not the actor's to see; `ballot.no-nomination`, `ballot.not-posted` */
  async execute({ actor, ballotId }: NominationPage): Promise<NominationAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const by = await this.standings.of(this.database, actor, ballot.sessionId);
    if (ballot.state === 'RULES_DRAFT' && !by.organises) throw BallotErrors.notFound();
    const rule = nominationRuleOf(ballot);
    if (rule === null) throw BallotErrors.noNomination();
    const { nominees, posting, closedOn } = nominationsOf(ballot);
    const follows = mayFollow(ballot, by);
    if (!follows && posting === null) throw BallotErrors.notPosted();
    const made = (await this.objections.of(this.database, ballotId)).filter(({ memberId }) => by.organises || memberId === by.memberId);
    return {
      postedOn: posting?.postedOn ?? null,
      objectionsUntil: posting?.until ?? null,
      provisional: posting?.provisional ?? false,
      closedOn,
      primaryAbove: rule.primaryAbove,
      needed: neededForPaper(ballot),
      primaryId: (await this.ballots.primaryOf(this.database, ballotId))?.id ?? null,
      candidates: asListed(ballot, nominees).filter(({ status }) => follows || status === 'put-forward'),
      objections: await this.told(made),
    };
  }

  private async told(made: readonly Objection[]): Promise<CandidateObjectionAnswer[]> {
    const names = new Map((await this.directory.membersByIds(this.database, made.map(({ memberId }) => memberId))).map(({ id, name }) => [id, name]));
    return made.map(({ id, nomineeId, memberId, grounds, madeAt, answer }) => ({
      id, candidateId: nomineeId, member: { id: memberId, name: names.get(memberId) ?? null }, grounds, madeAt: madeAt.toISOString(),
      answer: answer && { upheld: answer.upheld, reason: answer.reason, answeredAt: answer.answeredAt.toISOString() },
    }));
  }
}

/** Those on the paper in its order, then everybody else. */
function asListed({ choices }: Ballot, nominees: readonly Nominee[]): NomineeAnswer[] {
  const place = new Map(choices.map(({ id }, nth) => [id, nth]));
  const placeOf = ({ id }: Nominee) => place.get(id) ?? choices.length;
  return [...nominees].sort((one, other) => placeOf(one) - placeOf(other)).map(({ proposer, ...nominee }) => ({ ...nominee, proposer: { ...proposer, memberIds: [...proposer.memberIds] } }));
}
