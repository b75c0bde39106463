import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import type { ProofRequest } from './proof.requests.js';
import type { ProofResponse, StandingsResponse } from './proof.responses.js';
import { ServedMatters } from './served-matters.repository.js';
import { ServedPeople, type Standing } from './served-people.js';
import { toMatter, toPerson } from './served-views.js';

/** Whether each of those who were told something was, and by what that is proved. */
export class ProofOfService extends Query<ProofResponse> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly request: ProofRequest,
  ) {
    super();
  }
}

@QueryHandler(ProofOfService)
export class ProofOfServiceHandler implements IQueryHandler<ProofOfService> {
  constructor(
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
    private readonly people: ServedPeople,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found` */
  async execute({ actor, id, request }: ProofOfService): Promise<ProofResponse> {
    await assertOrganiser(this.organisers, actor);
    const matter = await this.matters.find(actor.organisationId, id);
    const { only, search, page, pageSize } = request;
    const [{ items, total }, standings, groups] = await Promise.all([
      this.people.page(matter, { only, search, limit: pageSize, offset: offsetOf(request) }),
      this.people.standings(matter),
      this.people.groups(matter),
    ]);
    return {
      matter: toMatter(matter),
      standings: counted(standings),
      groups: groups.map(({ at, ...post }) => ({ ...post, at: at?.toISOString() ?? null })),
      items: items.map((person) => toPerson(person, this.config.timeZone)),
      total,
      page,
      pageSize,
    };
  }
}

function counted(standings: ReadonlyMap<Standing, number>): StandingsResponse {
  const of = (standing: Standing): number => standings.get(standing) ?? 0;
  return {
    signed: of('signed'),
    opened: of('opened'),
    sent: of('sent'),
    waiting: of('waiting'),
    withdrawn: of('withdrawn'),
    notReached: of('not-reached'),
  };
}
