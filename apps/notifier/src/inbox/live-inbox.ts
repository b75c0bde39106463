import { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '@plenum/database';
import { ACCESS_TOKEN, type Actor, EndedSignIns } from '@plenum/service-kit';
import { NoticeWire } from '../notices/notice-wire.js';
import { NOTICE_COLUMNS, type NoticeRow, toNotice } from './notice.rows.js';

const PULSE_MS = 20_000; // Below the idle limit of common proxies, and of the client's patience.
const STREAMS_PER_MEMBER_MAX = 10; // Open tabs; one more closes the oldest.

const OF_CAUSE = `SELECT ${NOTICE_COLUMNS} FROM notices WHERE cause = $1 AND member_id = ANY($2)`;

/**
 * The open streams of this replica, in the format of server-sent events (WHATWG HTML 9.2). A stream ends when an access
 * token would, or at once when its sign-in is ended: whoever may still read opens another.
 */
@Injectable()
export class LiveInbox implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('LiveInbox');
  private readonly streams = new Map<string, Set<Readable>>();

  constructor(
    private readonly database: Database,
    private readonly wire: NoticeWire,
    private readonly ended: EndedSignIns,
  ) {}

  onModuleInit(): void {
    this.wire.onTold(
      (cause) => void this.tell(cause).catch((error: unknown) => this.log.warn(`Notices were not shown live: ${String(error)}`)),
    );
  }

  onModuleDestroy(): void {
    for (const stream of [...this.streams.values()].flatMap((set) => [...set])) stream.push(null);
  }

  /** A stream of one's own notices from now on, for one sign-in. */
  open({ memberId }: Actor, signInId: string): Readable {
    const stream = new Readable({ read: () => undefined });
    const own = this.streams.get(memberId) ?? new Set();
    this.streams.set(memberId, own.add(stream));
    if (own.size > STREAMS_PER_MEMBER_MAX) [...own][0]?.push(null);
    const pulse = setInterval(() => stream.push(': pulse\n\n'), PULSE_MS);
    const end = setTimeout(() => stream.push(null), ACCESS_TOKEN.lifeS * 1_000);
    const unfollow = this.ended.onEnded(() => {
      if (this.ended.has(signInId)) stream.push(null);
    });
    stream.once('close', () => {
      unfollow();
      clearInterval(pulse);
      clearTimeout(end);
      own.delete(stream);
      if (own.size === 0) this.streams.delete(memberId);
    });
    stream.push(': open\n\n');
    return stream;
  }

  /** Gives those who are looking what they were just told; after a lost line, tells everybody to look again. */
  private async tell(cause: string | null): Promise<void> {
    if (this.streams.size === 0) return;
    if (cause === null) return this.each((stream) => stream.push('event: missed\ndata: {}\n\n'));
    const told = await this.database.query<NoticeRow>(OF_CAUSE, [cause, [...this.streams.keys()]]);
    for (const row of told) {
      for (const stream of this.streams.get(row.memberId) ?? [])
        stream.push(`id: ${row.id}\nevent: notice\ndata: ${JSON.stringify(toNotice(row))}\n\n`);
    }
  }

  private each(work: (stream: Readable) => void): void {
    for (const set of this.streams.values()) set.forEach(work);
  }
}
