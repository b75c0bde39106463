import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider, GroupTrouble } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { trialText } from '../group-posts/digest.js';
import { GroupRobots } from '../group-posts/group-robots.js';
import { type GroupWay, GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import type { TrialResponse } from './organisation-ways.responses.js';
import { assertNotJustTried, assertSet } from './refusals.js';

/** Posts a trial into a group, whether the robot is on or not. */
export class TryGroupWay extends Command<TrialResponse> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
  ) {
    super();
  }
}

@CommandHandler(TryGroupWay)
export class TryGroupWayHandler implements ICommandHandler<TryGroupWay> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly ways: GroupWaysRepository,
    private readonly robots: GroupRobots,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.group-not-set`, `notifier.tested-just-now` */
  async execute({ actor, provider }: TryGroupWay): Promise<TrialResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId } = actor;
    const robot = await this.begin(actor, provider);
    const became = await this.robots.post({ robot, text: trialText(robot.locale) });
    const now = this.clock.now();
    if (became.outcome === 'sent') {
      await this.ways.posted(organisationId, provider, now);
      return { trouble: null };
    }
    await this.ways.troubled(organisationId, provider, became.reason, now);
    return { trouble: became.reason as GroupTrouble };
  }

  private begin({ organisationId, memberId }: Actor, provider: GroupProvider): Promise<GroupWay> {
    return this.database.transaction(async (tx) => {
      const way = await this.ways.find(organisationId, provider, tx);
      assertSet(way, 'notifier.group-not-set');
      const now = this.clock.now();
      assertNotJustTried(way, now);
      await this.ways.testing(tx, organisationId, provider, now);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'try-group-way',
        subject: { kind: 'group-way', id: organisationId },
        after: { provider },
      });
      return way;
    });
  }
}
