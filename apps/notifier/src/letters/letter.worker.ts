import { Injectable } from '@nestjs/common';
import type { PersonalWay } from '@plenum/contracts';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { NoticeWire } from '../notices/notice-wire.js';
import { NotifierConfig } from '../notifier.config.js';
import { waitsForNothing } from '../ways/dispatch.js';
import { afterQuiet } from '../ways/quiet-hours.js';
import { WayMeter } from '../ways/way-meter.js';
import { later, pauseAfter, type Retries, type WayOutcome } from '../ways/way.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import { type ClaimedLetter, DeliveriesRepository, type NoticeInLetter, type Reader, type Settled } from './deliveries.repository.js';
import { tooLate } from './too-late.js';

const CLAIM_MS = 60_000; // Longer than the slowest carrier is waited for.
const POLL_MS = 2_000;

/** How letters go on one way. */
export interface LetterWay {
  readonly way: PersonalWay;
  /** As many as are sent at a time, so that a claim never runs out while it waits its turn. */
  readonly lettersMax: number;
  readonly retries: Retries;
}

/** What is sent: everything in it can still be acted on, and the directory knows its reader. */
export interface LetterToSend {
  readonly letterId: string;
  readonly reader: Reader & { readonly name: string };
  readonly digest: ClaimedLetter['digest'];
  readonly notices: readonly [NoticeInLetter, ...NoticeInLetter[]];
}

/** What became of a letter: as of anything on a way, or that its reader is not reached on it at all. */
export type LetterOutcome = WayOutcome | { readonly outcome: 'unreachable'; readonly reason: string };

/** What every worker of letters stands on. */
@Injectable()
export class LetterOffice {
  constructor(
    readonly deliveries: DeliveriesRepository,
    readonly clock: Clock,
    readonly wire: NoticeWire,
    readonly meter: WayMeter,
    readonly people: WishesOfPeople,
    readonly config: NotifierConfig,
  ) {}
}

/**
 * Sends what is due on one way, all that is due for one person in one letter. Any number of replicas share the work: each letter is
 * claimed by one.
 */
export abstract class LetterWorker extends SweepWorker {
  protected constructor(
    name: string,
    protected readonly office: LetterOffice,
    private readonly its: LetterWay,
  ) {
    super({ name, everyMs: POLL_MS });
  }

  /** Gives a letter to its carrier; never throws. */
  protected abstract send(letter: LetterToSend): Promise<LetterOutcome>;

  override onApplicationBootstrap(): void {
    this.office.wire.onTold(() => this.wake());
    super.onApplicationBootstrap();
  }

  protected async sweep(): Promise<boolean> {
    const { way, lettersMax } = this.its;
    const now = this.office.clock.now();
    const claimed = await this.office.deliveries.claim(way, now, later(now, CLAIM_MS), lettersMax);
    await Promise.all(claimed.map((letter) => this.deliver(letter)));
    return claimed.length === lettersMax;
  }

  private async deliver(letter: ClaimedLetter): Promise<void> {
    const { letterId, isResend, reader } = letter;
    if (isResend) this.log.warn({ letterId, what: 'resent: its sender died with it, it may have been sent before' });
    const [first, ...others] = await this.skipLate(letter);
    if (!first) return;
    const notices = [first, ...others] as const;
    if (reader.name === null) return this.putOff(letter, notices, 'member-unknown');
    if (!reader.isActive) return this.settle(letter, notices, 'skipped', 'member-left');
    const became = await this.send({ letterId, reader: { ...reader, name: reader.name }, digest: letter.digest, notices });
    if (became.outcome === 'sent') return this.settle(letter, notices, 'sent');
    if (became.outcome === 'unreachable') return this.settle(letter, notices, 'skipped', became.reason);
    if (became.outcome === 'trouble') return this.putOff(letter, notices, became.reason, became.pauseMs);
    this.log.warn({ letterId, what: 'bounced: its carrier takes it for good not', reason: became.reason });
    return this.settle(letter, notices, 'bounced', became.reason);
  }

  /** What can still be acted on; the rest is told no more. */
  private async skipLate(letter: ClaimedLetter): Promise<readonly NoticeInLetter[]> {
    const now = this.office.clock.now();
    const current: NoticeInLetter[] = [];
    for (const notice of letter.notices) {
      const late = tooLate(notice, now) ?? (notice.isRead ? 'read' : null);
      if (notice.over) await this.settle(letter, [notice], 'withdrawn', notice.over);
      else if (late) await this.settle(letter, [notice], 'skipped', late);
      else current.push(notice);
    }
    return current;
  }

  private async putOff(letter: ClaimedLetter, notices: readonly NoticeInLetter[], reason: string, askedMs?: number): Promise<void> {
    const pause = pauseAfter(letter.tries, this.its.retries, askedMs);
    if (pause === null) return this.settle(letter, notices, 'given-up', reason);
    this.office.meter.count(this.its.way, 'tried-again');
    await this.office.deliveries.postpone(letter, idsOf(notices), await this.again(letter, notices, pause), reason);
  }

  /** After the pause, and where that falls into the reader's quiet hours, after them, unless something in it waits for nothing. */
  private async again({ reader: { memberId } }: ClaimedLetter, notices: readonly NoticeInLetter[], pauseMs: number): Promise<Date> {
    const at = later(this.office.clock.now(), pauseMs);
    if (notices.some(({ code }) => waitsForNothing(code))) return at;
    return afterQuiet(at, await this.office.people.quietHoursOf(memberId), this.office.config.timeZone);
  }

  private settle(letter: ClaimedLetter, notices: readonly NoticeInLetter[], state: Settled, trouble?: string): Promise<void> {
    this.office.meter.count(this.its.way, state);
    return this.office.deliveries.settle(letter, idsOf(notices), state, this.office.clock.now(), trouble);
  }
}

const idsOf = (notices: readonly NoticeInLetter[]): readonly string[] => notices.map(({ deliveryId }) => deliveryId);
