import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { NotifierConfig } from '../notifier.config.js';
import { NoticeWire } from '../notices/notice-wire.js';
import { later, pauseAfter } from '../ways/way.js';
import { type ClaimedDelivery, DeliveriesRepository } from './deliveries.repository.js';
import { composeLetter } from './letter.js';
import { Postman } from './postman.js';
import { tooLate } from './too-late.js';

const CLAIM_MAX = 5; // As many as the postman sends at a time, so that a claim never runs out while it waits its turn.
const CLAIM_MS = 60_000; // Longer than the slowest mail server is waited for.
const POLL_MS = 2_000;
// Three days at a quarter of an hour: a mail server may be away over a long weekend.
const RETRIES = { firstMs: 5_000, atMostMs: 900_000, triesMax: 300 };

/** Sends what is due by mail. Any number of replicas share the work: each delivery is claimed by one. */
@Injectable()
export class MailWorker extends SweepWorker {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly postman: Postman,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
    private readonly wire: NoticeWire,
  ) {
    super({ name: 'Mail', everyMs: POLL_MS });
  }

  override onApplicationBootstrap(): void {
    this.wire.onTold(() => this.wake());
    super.onApplicationBootstrap();
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    this.postman.close();
  }

  protected async sweep(): Promise<boolean> {
    const now = this.clock.now();
    const claimed = await this.deliveries.claim(now, later(now, CLAIM_MS), CLAIM_MAX);
    await Promise.all(claimed.map((delivery) => this.deliver(delivery)));
    return claimed.length === CLAIM_MAX;
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const { id, name, address, isActive, isResend } = delivery;
    if (isResend) this.log.warn({ deliveryId: id, what: 'resent: its sender died with it, it may have been sent before' });
    const late = tooLate(delivery, this.clock.now());
    if (late) return this.deliveries.settle(id, 'skipped', this.clock.now(), late);
    if (name === null) return this.putOff(delivery, 'member-unknown');
    if (!address || !isActive) return this.deliveries.settle(id, 'skipped', this.clock.now(), address ? 'member-left' : 'no-address');
    const posted = await this.postman.post({ deliveryId: id, to: { name, address }, ...composeLetter({ ...delivery, name }, this.config) });
    if (posted.outcome === 'sent') return this.deliveries.settle(id, 'sent', this.clock.now());
    if (posted.outcome === 'trouble') return this.putOff(delivery, posted.reason);
    this.log.warn({ deliveryId: id, what: 'given up: the mail server refuses it', reason: posted.reason });
    return this.deliveries.settle(id, 'given-up', this.clock.now(), posted.reason);
  }

  private async putOff({ id, tries }: ClaimedDelivery, reason: string): Promise<void> {
    const pause = pauseAfter(tries, RETRIES);
    if (pause === null) return this.deliveries.settle(id, 'given-up', this.clock.now(), reason);
    await this.deliveries.postpone(id, later(this.clock.now(), pause), reason);
  }
}
