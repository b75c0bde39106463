import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import type { PaperListResponse } from './proof.responses.js';
import { ServedMatters } from './served-matters.repository.js';
import { ServedPeople } from './served-people.js';
import { toEntry, toMatter } from './served-views.js';

const MS_PER_DAY = 86_400_000;
const PEOPLE_MAX = 5_000; // That are some two hundred sheets.

/** Who of those who were told something is still to be told on paper. */
export class PaperList extends Query<PaperListResponse> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly days: number,
  ) {
    super();
  }
}

@QueryHandler(PaperList)
export class PaperListHandler implements IQueryHandler<PaperList> {
  constructor(
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
    private readonly people: ServedPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found` */
  async execute({ actor, id, days }: PaperList): Promise<PaperListResponse> {
    await assertOrganiser(this.organisers, actor);
    const matter = await this.matters.find(actor.organisationId, id);
    const onPaperSince = new Date(this.clock.now().getTime() - days * MS_PER_DAY);
    const { items } = await this.people.page(matter, { onPaperSince, limit: PEOPLE_MAX });
    return { matter: toMatter(matter), days, people: items.map(toEntry) };
  }
}
