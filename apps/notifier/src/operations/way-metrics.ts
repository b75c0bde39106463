import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Metric } from '@plenum/service-kit';
import { WayMeter } from '../ways/way-meter.js';

interface Waiting {
  readonly way: string;
  readonly waiting: number;
  readonly dueFor: number;
}

// Of what is open only, which is little: partial indexes have it.
const WAITING = `
  SELECT channel AS way, count(*)::int AS waiting, greatest(0, extract(epoch FROM $1 - min(due_at)))::float AS "dueFor"
    FROM deliveries WHERE state IN ('due', 'claimed') GROUP BY channel
  UNION ALL
  SELECT 'group', count(*)::int, greatest(0, extract(epoch FROM $1 - min(due_at)))::float
    FROM group_posts WHERE state IN ('due', 'claimed') HAVING count(*) > 0
`;

/** How it goes on each way: what went out, what waits, and for how long the oldest has been due. */
@Injectable()
export class WayMetrics {
  constructor(
    private readonly meter: WayMeter,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get metrics(): readonly Metric[] {
    const gauge = (name: string, help: string, of: (row: Waiting) => number): Metric => ({
      kind: 'gauge',
      name,
      help,
      labelNames: ['way'],
      read: async () => (await this.waiting()).map((row) => ({ labels: { way: row.way }, value: of(row) })),
    });
    return [
      {
        kind: 'counter',
        name: 'plenum_sent_total',
        help: 'Letters and posts to groups since the process started, by way and by what became of them.',
        labelNames: ['way', 'became'],
        read: () => this.meter.measured,
      },
      gauge('plenum_waiting', 'Deliveries that are still to go out, by way.', ({ waiting }) => waiting),
      gauge('plenum_waiting_seconds', 'For how long the oldest of them has been due.', ({ dueFor }) => dueFor),
    ];
  }

  private waiting(): Promise<readonly Waiting[]> {
    return this.database.query<Waiting>(WAITING, [this.clock.now()]);
  }
}
