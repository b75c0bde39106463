import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Ballot,
  BallotErrors,
  type Nomination,
  type Nominee,
  type Objection,
  type Proposer,
  maySeeProgress,
  neededForPaper,
  noticeClauseOf,
  nominationRuleOf,
  nominationsOf,
  activeNominees,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';
import type { PersonAnswer } from '../shapes/ballot.responses.js';
import type { CandidateObjectionAnswer, NominationAnswer, NomineeAnswer, PeriodAnswer, ProposerAnswer } from './nominating.responses.js';

/**
 * The finding of candidates: from the posting on for everybody of the organisation, before it for organisers and officers, and for who is
 * put forward and may decline.
 */
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
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /**
   * @throws `ballot.not-found`, also for a draft that is not the actor's to see; `ballot.no-nomination`. Before the posting nobody is told
   * of the list but those who follow the vote, and each of themselves.
   */
  async execute({ actor, ballotId }: NominationPage): Promise<NominationAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const by = await this.authorities.authorityIn(this.database, actor, ballot.sessionId);
    if (ballot.state === 'RULES_DRAFT' && !by.organises) throw BallotErrors.notFound();
    const rule = nominationRuleOf(ballot);
    if (rule === null) throw BallotErrors.noNomination();
    const nominations = nominationsOf(ballot);
    const { posting, closedOn } = nominations;
    const follows = maySeeProgress(ballot, by);
    const shown = follows
      ? nominations.nominees
      : activeNominees(nominations).filter(({ memberId }) => posting !== null || memberId === by.memberId);
    const made = (await this.objections.objectionsTo(this.database, ballotId)).filter(
      ({ memberId }) => by.organises || memberId === by.memberId,
    );
    return {
      version: ballot.version,
      postedOn: posting?.postedOn ?? null,
      objectionsUntil: posting?.until ?? null,
      provisional: posting?.provisional ?? false,
      notice: periodOf(rule.notice),
      clause: noticeClauseOf(ballot),
      closedOn,
      primaryAbove: rule.primaryAbove,
      needed: neededForPaper(ballot),
      primaryId: (await this.ballots.primaryOf(this.database, ballotId))?.id ?? null,
      candidates: await this.named(ballot, inOrder(ballot, shown)),
      objections: await this.told(made),
    };
  }

  private async named({ sessionId }: Ballot, nominees: readonly Nominee[]): Promise<NomineeAnswer[]> {
    const delegations = new Map((await this.directory.delegations(this.database, sessionId)).map(({ id, name }) => [id, name]));
    const members = await this.namesOf(nominees.flatMap(({ proposer }) => proposer.memberIds));
    const proposerOf = ({ by, delegationId, memberIds }: Proposer): ProposerAnswer => ({
      by,
      delegation: delegationId === null ? null : { id: delegationId, name: delegations.get(delegationId) ?? null },
      members: memberIds.map((id) => personOf(id, members)),
    });
    return nominees.map(({ proposer, ...nominee }) => ({ ...nominee, proposer: proposerOf(proposer) }));
  }

  private async told(made: readonly Objection[]): Promise<CandidateObjectionAnswer[]> {
    const names = await this.namesOf(made.map(({ memberId }) => memberId));
    return made.map(({ id, nomineeId, memberId, grounds, madeAt, answer }) => ({
      id,
      candidateId: nomineeId,
      member: personOf(memberId, names),
      grounds,
      madeAt: madeAt.toISOString(),
      answer: answer && { upheld: answer.upheld, reason: answer.reason, answeredAt: answer.answeredAt.toISOString() },
    }));
  }

  private async namesOf(memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.directory.membersByIds(this.database, memberIds)).map(({ id, name }) => [id, name]));
  }
}

const personOf = (id: string, names: ReadonlyMap<string, string>): PersonAnswer => ({ id, name: names.get(id) ?? null });

const periodOf = (notice: Nomination['notice']): PeriodAnswer => ({
  kind: notice.kind,
  n: 'n' in notice ? notice.n : null,
  date: 'date' in notice ? notice.date : null,
});

/** Those on the paper in its order, then everybody else. */
function inOrder({ choices }: Ballot, nominees: readonly Nominee[]): readonly Nominee[] {
  const place = new Map(choices.map(({ id }, nth) => [id, nth]));
  const placeOf = ({ id }: Nominee) => place.get(id) ?? choices.length;
  return [...nominees].sort((one, other) => placeOf(one) - placeOf(other));
}
