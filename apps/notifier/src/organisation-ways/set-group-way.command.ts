import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider, Locale } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock, MalformedError } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { type GroupWay, GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import { isWebhook } from '../group-posts/webhook.js';
import { assertUnchanged, audited } from './refusals.js';

/** A robot as it shall be; what is left out stays as it is kept. */
export interface WantedRobot {
  readonly webhookUrl?: string;
  readonly secret?: string;
  readonly isOn: boolean;
  readonly locale: Locale;
}

/** Sets the robot by which an organisation posts into its group. */
export class SetGroupWay extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
    readonly robot: WantedRobot,
    /** The version that the changes were made on, 0 for none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetGroupWay)
export class SetGroupWayHandler implements ICommandHandler<SetGroupWay> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly ways: GroupWaysRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.outdated`, `malformed` where the address is none of this provider's robots */
  async execute({ actor, provider, robot, read }: SetGroupWay): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      // Two who set the first one at the same time: there is no row yet that either could wait for.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`group-way ${organisationId} ${provider}`]);
      const before = await this.ways.find(organisationId, provider, tx);
      assertUnchanged(before, read);
      const after = made(provider, before, robot);
      await this.ways.save(tx, organisationId, after, this.clock.now());
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'set-group-way',
        subject: { kind: 'group-way', id: organisationId },
        before: before && audited(before),
        after: audited(after),
      });
    });
  }
}

/** A secret belongs to the address that it came with: another address without one is not signed. */
function made(provider: GroupProvider, before: GroupWay | null, wanted: WantedRobot): Omit<GroupWay, 'waiting'> {
  const webhookUrl = wanted.webhookUrl?.trim() ?? before?.webhookUrl;
  if (webhookUrl === undefined) throw new MalformedError([{ field: 'webhookUrl', reason: 'missing' }]);
  if (!isWebhook(provider, webhookUrl)) throw new MalformedError([{ field: 'webhookUrl', reason: 'no-robot-of-the-provider' }]);
  const given = wanted.secret?.trim();
  const kept = wanted.webhookUrl === undefined ? (before?.secret ?? null) : null;
  return {
    provider,
    webhookUrl,
    secret: given === undefined ? kept : given === '' ? null : given,
    isOn: wanted.isOn,
    locale: wanted.locale,
    version: (before?.version ?? 0) + 1,
    testedAt: before?.testedAt ?? null,
    lastPostedAt: before?.lastPostedAt ?? null,
    trouble: null,
    troubledAt: null,
  };
}
