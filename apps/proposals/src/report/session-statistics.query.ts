import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Directory } from '@plenum/directory';
import { ProposalErrors, type ProposalStatistics, statisticsOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { SessionMatters } from './session-matters.js';

/** The figures of a session's proposals at a cut-off, for those who sit in it and those who run it. */
export class SessionStatistics extends Query<ProposalStatistics & { readonly cutOff: string }> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    /** Null for now. */
    readonly cutOff: Date | null,
  ) {
    super();
  }
}

@QueryHandler(SessionStatistics)
export class SessionStatisticsHandler implements IQueryHandler<SessionStatistics> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly authorities: Authorities,
    private readonly matters: SessionMatters,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, `proposals.cut-off-ahead`, `proposals.figures-do-not-add-up` */
  async execute({ actor, sessionId, cutOff }: SessionStatistics): Promise<ProposalStatistics & { readonly cutOff: string }> {
    const { organisationId } = actor;
    const session = await this.directory.session(this.database, sessionId);
    if (session?.organisationId !== organisationId) throw StorageErrors.notFound('session', sessionId);
    const by = await this.authorities.authorityIn(this.database, actor, sessionId);
    if (by.seat === null && !by.reviews && !by.oversees) throw AccessErrors.forbidden();
    const now = this.clock.now();
    if (cutOff !== null && cutOff > now) throw ProposalErrors.cutOffAhead(cutOff);
    const until = cutOff ?? now;
    const matters = await this.matters.counted(this.database, { organisationId, sessionId, cutOff: until });
    return { cutOff: until.toISOString(), ...statisticsOf(matters, { part: 0, whole: 0 }) };
  }
}
