import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Ballot, BallotErrors, type ChannelFigures, type TalliedPapers, type TallyCase, resultRefusal } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { seatsAnswer } from './seats-answer.js';
import { choicesAnswer, countsAnswer, lifeCycleAnswer, scaleAnswer } from '../shapes/ballot-parts.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { VerdictsRepository } from '../storage/sealed/verdicts.repository.js';
import type { OutcomeAnswer, ResultAnswer, SortedPapersAnswer } from './declaring.responses.js';
import type { ChannelFiguresAnswer, TallyCaseAnswer } from './tally-case.responses.js';

/** The result of a ballot: for its organisers and officers once it is counted, for everybody of the organisation once it is declared. */
export class BallotResult extends Query<ResultAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(BallotResult)
export class BallotResultHandler implements IQueryHandler<BallotResult> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly verdicts: VerdictsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-published` */
  async execute({ actor, ballotId }: BallotResult): Promise<ResultAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const refused = resultRefusal(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId));
    if (refused) throw refused;
    const signers = await this.directory.membersByIds(
      this.database,
      ballot.signatures.map(({ memberId }) => memberId),
    );
    const verifiers = await this.verdicts.verdictsOn(this.database, ballotId);
    return {
      ...resultAnswer(ballot, new Map(signers.map(({ id, name }) => [id, name]))),
      verifiers: verifiers.map((verdict) => ({ ...verdict })),
    };
  }
}

function resultAnswer(ballot: Ballot, names: ReadonlyMap<string, string>): Omit<ResultAnswer, 'verifiers'> {
  const { tally, state } = ballot;
  if (!tally) throw BallotErrors.notPublished();
  const { kind: _, ...outcome } = tally.outcome;
  return {
    ballotId: ballot.id,
    sessionId: ballot.sessionId,
    kind: ballot.kind,
    round: ballot.round,
    channel: ballot.channel,
    title: ballot.title,
    state,
    rules: { ...ballot.rules },
    counts: countsAnswer(ballot),
    electorate: ballot.electorate,
    ...scaleAnswer(ballot),
    ...choicesAnswer(ballot),
    outcome: outcome as OutcomeAnswer,
    ...seatsAnswer(ballot),
    papers: tally.papers && papersAnswer(tally.papers),
    perChannel: tally.perChannel ? { sealed: channelAnswer(tally.perChannel.sealed), paper: channelAnswer(tally.perChannel.paper) } : null,
    countingCase: tally.countingCase && caseAnswer(tally.countingCase),
    digest: tally.digest,
    signatures: ballot.signatures.map(({ memberId, role, chief, at }) => ({
      member: { id: memberId, name: names.get(memberId) ?? null },
      role,
      chief,
      at: at.toISOString(),
    })),
    declaredAt: ballot.declaredAt?.toISOString() ?? null,
    publishedAt: ballot.publishedAt?.toISOString() ?? null,
    ...lifeCycleAnswer(ballot),
  };
}

function caseAnswer(countingCase: TallyCase): TallyCaseAnswer {
  switch (countingCase.kind) {
    case 'resolution':
      return { ...countingCase, items: [...countingCase.items] };
    case 'election': {
      const { writeIns, ...others } = countingCase;
      return { ...others, candidates: [...others.candidates], ...(writeIns ? { writeIns: [...writeIns] } : {}) };
    }
    case 'appraisal': {
      const { grades, rates, ...others } = countingCase;
      const named = rates && Object.fromEntries(Object.entries(rates).map(([name, list]) => [name, [...list]]));
      return { ...others, subjects: [...others.subjects], ...(grades ? { grades: [...grades] } : {}), ...(named ? { rates: named } : {}) };
    }
    case 'poll':
      return { ...countingCase, options: [...countingCase.options] };
  }
}

function channelAnswer(figures: ChannelFigures): ChannelFiguresAnswer {
  const { counts } = figures;
  if ('items' in figures) return { counts, items: [...figures.items] };
  if ('candidates' in figures) return { counts, candidates: [...figures.candidates] };
  if ('subjects' in figures) return { counts, subjects: [...figures.subjects] };
  return { counts, options: [...figures.options] };
}

function papersAnswer({ doubtful, ...papers }: TalliedPapers): SortedPapersAnswer {
  const decided = Object.entries(doubtful ?? {}).map(([verdict, reasons]) => [verdict, { ...reasons }] as const);
  return { ...papers, reasons: { ...papers.reasons }, ...(doubtful ? { doubtful: Object.fromEntries(decided) } : {}) };
}
