import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GROUP_PROVIDERS } from '@plenum/contracts';
import type { Actor } from '@plenum/service-kit';
import { Organisers } from '../access/organisers.js';
import { type GroupWay, GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import { hintOf } from '../group-posts/webhook.js';
import type { OrganisationWaysResponse, RobotResponse } from './organisation-ways.responses.js';
import { assertOrganiser } from './refusals.js';

/** The ways of the organisation, for its organisers. */
export class OrganisationWays extends Query<OrganisationWaysResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(OrganisationWays)
export class OrganisationWaysHandler implements IQueryHandler<OrganisationWays> {
  constructor(
    private readonly organisers: Organisers,
    private readonly ways: GroupWaysRepository,
  ) {}

  /** @throws `notifier.not-an-organiser` */
  async execute({ actor }: OrganisationWays): Promise<OrganisationWaysResponse> {
    await assertOrganiser(this.organisers, actor);
    const kept = new Map((await this.ways.allOf(actor.organisationId)).map((way) => [way.provider, way]));
    return {
      groups: GROUP_PROVIDERS.map((provider) => {
        const way = kept.get(provider);
        return { provider, robot: way ? shown(way) : null, version: way?.version ?? 0 };
      }),
    };
  }
}

const shown = ({ provider, webhookUrl, secret, isOn, locale, trouble, lastPostedAt, troubledAt, waiting }: GroupWay): RobotResponse => ({
  isOn,
  hint: hintOf(provider, webhookUrl),
  isSigned: secret !== null,
  locale,
  lastPostedAt: lastPostedAt?.toISOString() ?? null,
  trouble,
  troubledAt: troubledAt?.toISOString() ?? null,
  waiting,
});
