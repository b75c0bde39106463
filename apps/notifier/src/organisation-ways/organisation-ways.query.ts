import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GROUP_PROVIDERS } from '@plenum/contracts';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { type GroupWay, GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import { hintOf } from '../group-posts/webhook.js';
import { type KeptMessageApp, MessageAppsRepository } from '../personal-messages/message-apps.repository.js';
import { PushDevicesRepository } from '../push/push-devices.repository.js';
import { PushKeys } from '../push/push-keys.js';
import type { MessageAppResponse, OrganisationWaysResponse, RobotResponse } from './organisation-ways.responses.js';

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
    private readonly apps: MessageAppsRepository,
    private readonly devices: PushDevicesRepository,
    private readonly keys: PushKeys,
  ) {}

  /** @throws `notifier.not-an-organiser` */
  async execute({ actor }: OrganisationWays): Promise<OrganisationWaysResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId } = actor;
    const [ways, messageApps, devices] = await Promise.all([
      this.ways.allOf(organisationId),
      this.apps.allOf(organisationId),
      this.devices.countOf(organisationId),
    ]);
    const kept = new Map(ways.map((way) => [way.provider, way]));
    const apps = new Map(messageApps.map((app) => [app.provider, app]));
    return {
      groups: GROUP_PROVIDERS.map((provider) => {
        const way = kept.get(provider);
        return { provider, robot: way ? shown(way) : null, version: way?.version ?? 0 };
      }),
      apps: GROUP_PROVIDERS.map((provider) => {
        const app = apps.get(provider);
        return { provider, app: app ? shownApp(app) : null, version: app?.version ?? 0 };
      }),
      push: { isOn: this.keys.identity !== null, ...devices },
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

const shownApp = ({ isOn, appId, agentId, idIs, lastSentAt, trouble, troubledAt }: KeptMessageApp): MessageAppResponse => ({
  isOn,
  appId,
  agentId,
  idIs,
  lastSentAt: lastSentAt?.toISOString() ?? null,
  trouble,
  troubledAt: troubledAt?.toISOString() ?? null,
});
