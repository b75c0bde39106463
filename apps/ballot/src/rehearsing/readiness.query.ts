import { availableParallelism } from 'node:os';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Ballot, BallotErrors, hasSealed, maySeeProgress, readinessOf, warningsOf } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Presence } from '../presence/presence.js';
import { Authorities } from '../access/authorities.js';
import { BallotConfig } from '../ballot.config.js';
import { Voters } from '../eligibility/voters.js';
import { Sealing } from '../sealed/board/sealing.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { RehearsalsRepository } from '../storage/rehearsals.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { endOf, rehearsalAnswer } from './rehearsal-answer.js';
import type { ReadinessAnswer } from './rehearsing.responses.js';

/** Whether a ballot could open now, gate by gate: for its organisers and officers. */
export class Readiness extends Query<ReadinessAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(Readiness)
export class ReadinessHandler implements IQueryHandler<Readiness> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly rolls: RollRepository,
    private readonly voters: Voters,
    private readonly presence: Presence,
    private readonly authorities: Authorities,
    private readonly sealing: Sealing,
    private readonly kept: RehearsalsRepository,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly config: BallotConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId }: Readiness): Promise<ReadinessAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeProgress(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    const now = this.clock.now();
    const rehearsal = await this.kept.latest(this.database, ballotId);
    const there = await this.presence.membersPresent(this.database, ballot);
    const present = await this.rolls.countAmong(this.database, ballotId, there);
    const sealed = hasSealed(ballot.channel);
    const registration = sealed ? await this.database.transaction((tx) => this.sealing.registration(tx, ballot, there)) : null;
    const findings = readinessOf(ballot, {
      sessionIsOpen: await this.sessionIsOpen(ballot),
      present,
      registration,
      rehearsal: rehearsal && endOf(rehearsal, now),
    });
    return {
      go: findings.every(({ refusal }) => refusal === null),
      gates: findings.map(({ gate, refusal }) => ({
        gate,
        go: refusal === null,
        refusal: refusal?.code ?? null,
        details: refusal?.details ? { ...refusal.details } : null,
      })),
      warnings: warningsOf(ballot).map(({ preset, asks, clause }) => ({ preset, asks, clause: { ...clause } })),
      voters: ballot.roll ?? (await this.voters.votersOf(this.database, ballot)).length,
      present,
      verificationThreads: sealed ? (this.config.verificationThreads ?? availableParallelism()) : null,
      rehearsal: rehearsal && rehearsalAnswer(rehearsal, now),
    };
  }

  private async sessionIsOpen({ sessionId }: Ballot): Promise<boolean> {
    const session = await this.directory.session(this.database, sessionId);
    return session?.openedAt != null && session.closedAt === null;
  }
}
