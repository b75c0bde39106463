import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GROUP_PROVIDERS } from '@plenum/contracts';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { type GroupWay, GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import { hintOf } from '../group-posts/webhook.js';
import { NotifierConfig } from '../notifier.config.js';
import { type KeptMessageApp, MessageAppsRepository } from '../personal-messages/message-apps.repository.js';
import { PushDevicesRepository } from '../push/push-devices.repository.js';
import { PushKeys } from '../push/push-keys.js';
import { MobileNumbers } from '../sms/mobile-numbers.repository.js';
import { type KeptSmsGateway, SmsGatewaysRepository } from '../sms/sms-gateways.repository.js';
import type { MessageAppResponse, OrganisationWaysResponse, RobotResponse, SmsGatewayResponse } from './organisation-ways.responses.js';

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
    private readonly gateways: SmsGatewaysRepository,
    private readonly numbers: MobileNumbers,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser` */
  async execute({ actor }: OrganisationWays): Promise<OrganisationWaysResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId } = actor;
    const [ways, messageApps, devices, gateway, people] = await Promise.all([
      this.ways.allOf(organisationId),
      this.apps.allOf(organisationId),
      this.devices.countOf(organisationId),
      this.gateways.find(organisationId),
      this.numbers.countOf(organisationId),
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
      sms: { gateway: gateway && shownGateway(gateway), version: gateway?.version ?? 0, people, perDayMax: this.config.smsPerDayMax },
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

function shownGateway(kept: KeptSmsGateway): SmsGatewayResponse {
  const { isOn, url, method, format, headers, body, secret, numbers, signature, charactersMax, perMinuteMax, answers } = kept;
  const { codeAt, accepted, temporary, numberRefused, accountRefused } = answers;
  const codes = [accepted, temporary, numberRefused, accountRefused].map((list) => [...list]) as [string[], string[], string[], string[]];
  return {
    isOn,
    url,
    method,
    format,
    headers: headers.map(({ name, value }) => ({ name, value })),
    body,
    hasSecret: secret !== null,
    numbers,
    signature,
    charactersMax,
    perMinuteMax,
    answers: { codeAt, accepted: codes[0], temporary: codes[1], numberRefused: codes[2], accountRefused: codes[3] },
    lastSentAt: kept.lastSentAt?.toISOString() ?? null,
    trouble: kept.trouble,
    troubledAt: kept.troubledAt?.toISOString() ?? null,
  };
}
