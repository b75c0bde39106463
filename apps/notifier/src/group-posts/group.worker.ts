import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { tooLate } from '../letters/too-late.js';
import { NotifierConfig } from '../notifier.config.js';
import { NoticeWire } from '../notices/notice-wire.js';
import { WayMeter } from '../ways/way-meter.js';
import { later, pauseAfter, type WayOutcome } from '../ways/way.js';
import { digest } from './digest.js';
import { type ClaimedFact, type ClaimedPost, GroupPostsRepository } from './group-posts.repository.js';
import { GroupRobots } from './group-robots.js';
import { GroupWaysRepository } from './group-ways.repository.js';
import { TEXT_MAX_BYTES } from './robots.js';

const GROUPS_MAX = 5; // Posted to at a time.
const FACTS_MAX = 20;
const CLAIM_MS = 60_000; // Longer than the slowest provider is waited for.
const POLL_MS = 1_000;
const GAP_MS = 5_000; // Twelve posts a minute and a few trials: providers take twenty.
const OLD_MS = 3 * 86_400_000; // Told by mail and in the inbox long since: a group need not hear of it any more.
const RETRIES = { firstMs: 15_000, atMostMs: 900_000, triesMax: 300 };

/**
 * Posts into groups what is due there: all of it in one, at a pace that providers take. Any number of replicas share the work: each group
 * is claimed by one.
 */
@Injectable()
export class GroupWorker extends SweepWorker {
  constructor(
    private readonly posts: GroupPostsRepository,
    private readonly ways: GroupWaysRepository,
    private readonly robots: GroupRobots,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
    private readonly wire: NoticeWire,
    private readonly meter: WayMeter,
  ) {
    super({ name: 'Groups', everyMs: POLL_MS });
  }

  override onApplicationBootstrap(): void {
    this.wire.onTold(() => this.wake());
    super.onApplicationBootstrap();
  }

  protected async sweep(): Promise<boolean> {
    const claimed: ClaimedPost[] = [];
    for (let nth = 0; nth < GROUPS_MAX; nth += 1) {
      const now = this.clock.now();
      const post = await this.posts.claim(now, later(now, CLAIM_MS), FACTS_MAX);
      if (!post) break;
      claimed.push(post);
    }
    await Promise.all(claimed.map((post) => this.deliver(post)));
    return claimed.length === GROUPS_MAX;
  }

  private async deliver(post: ClaimedPost): Promise<void> {
    const current = await this.skipLate(post);
    if (current.length === 0) return this.posts.free(post, this.clock.now());
    if (current.some(({ isResend }) => isResend))
      this.log.warn({ provider: post.robot.provider, what: 'resent: its sender died with it, it may have been posted before' });
    const { text, taken } = digest(current, post.locale, this.config, TEXT_MAX_BYTES[post.robot.provider]);
    const [facts, left] = [current.slice(0, taken), current.slice(taken)];
    if (left.length > 0) await this.posts.release(post, idsOf(left), this.clock.now());
    await this.settle(post, facts, await this.robots.post({ robot: post.robot, text }));
  }

  /** Those that can still be acted on; the others are told no more. */
  private async skipLate(post: ClaimedPost): Promise<readonly ClaimedFact[]> {
    const now = this.clock.now();
    const current: ClaimedFact[] = [];
    for (const fact of post.facts) {
      if (fact.isOver) {
        await this.posts.settle(post, [fact.id], 'withdrawn', now, 'ended');
        continue;
      }
      const late = tooLate(fact, now) ?? (now.getTime() - fact.createdAt.getTime() > OLD_MS ? 'too-old' : null);
      if (late) await this.posts.settle(post, [fact.id], 'skipped', now, late);
      else current.push(fact);
    }
    return current;
  }

  private async settle(post: ClaimedPost, facts: readonly ClaimedFact[], became: WayOutcome): Promise<void> {
    const { organisationId, robot } = post;
    const now = this.clock.now();
    if (became.outcome === 'sent') {
      this.meter.count('group', 'sent');
      await this.posts.settle(post, idsOf(facts), 'sent', now);
      await this.ways.posted(organisationId, robot.provider, now);
      return this.posts.free(post, later(now, GAP_MS));
    }
    await this.ways.troubled(organisationId, robot.provider, became.reason, now);
    const tries = Math.max(...facts.map((fact) => fact.tries));
    const pause = became.outcome === 'trouble' ? pauseAfter(tries, RETRIES, became.pauseMs) : null;
    this.meter.count('group', pause === null ? 'given-up' : 'tried-again');
    if (pause === null) {
      this.log.warn({ provider: robot.provider, what: 'given up: the provider does not take it', reason: became.reason });
      await this.posts.settle(post, idsOf(facts), 'given-up', now, became.reason);
    } else await this.posts.postpone(post, idsOf(facts), later(now, pause), became.reason);
    return this.posts.free(post, later(now, Math.max(pause ?? 0, GAP_MS)));
  }
}

const idsOf = (facts: readonly ClaimedFact[]): readonly string[] => facts.map(({ id }) => id);
