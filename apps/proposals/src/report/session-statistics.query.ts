import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { ProposalStatistics } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { SessionFigures } from './session-figures.js';

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
    private readonly authorities: Authorities,
    private readonly figures: SessionFigures,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, `proposals.cut-off-ahead`, `proposals.figures-do-not-add-up` */
  async execute({ actor, sessionId, cutOff }: SessionStatistics): Promise<ProposalStatistics & { readonly cutOff: string }> {
    await this.figures.session(actor, sessionId);
    const by = await this.authorities.authorityIn(this.database, actor, sessionId);
    if (by.seat === null && !by.reviews && !by.oversees) throw AccessErrors.forbidden();
    const until = this.figures.cutOff(cutOff);
    return { cutOff: until.toISOString(), ...(await this.figures.of({ organisationId: actor.organisationId, sessionId, cutOff: until })) };
  }
}
