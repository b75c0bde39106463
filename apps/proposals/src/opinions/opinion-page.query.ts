import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { opinionScopeOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { BoxAuthorities } from '../access/box-authorities.js';
import { OpinionRepository } from '../storage/opinions/opinion.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { opinionAnswer, peopleToName } from './opinion-answer.js';
import type { OpinionAnswer } from './opinions.responses.js';

/** One opinion with all that happened to it, as far as the reader may know. */
export class OpinionPage extends Query<OpinionAnswer> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
  ) {
    super();
  }
}

@QueryHandler(OpinionPage)
export class OpinionPageHandler implements IQueryHandler<OpinionPage> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly opinions: OpinionRepository,
    private readonly authorities: BoxAuthorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, opinionId }: OpinionPage): Promise<OpinionAnswer> {
    const { organisationId } = actor;
    const opinion = await this.opinions.find(this.database, opinionId, organisationId);
    if (!opinion) throw StorageErrors.notFound('opinion', opinionId);
    const by = await this.authorities.of(this.database, actor);
    if (opinionScopeOf(opinion, by) === 'none') throw AccessErrors.forbidden();
    const [members, units, days] = await Promise.all([
      this.directory.membersByIds(this.database, [...new Set(peopleToName(opinion, by))]),
      this.directory.units(this.database, organisationId),
      this.directory.calendar(this.database, organisationId),
    ]);
    const calendar = calendarOf(days);
    const names = new Map([...members, ...units].map(({ id, name }) => [id, name]));
    return opinionAnswer(opinion, { by, names, calendar, today: calendar.dayOf(this.clock.now()) });
  }
}
