import { Injectable } from '@nestjs/common';
import type { PersonalWay } from '@plenum/contracts';
import type { Measured } from '@plenum/service-kit';

/** What became of what went out, in a word. */
export type Became = 'sent' | 'tried-again' | 'bounced' | 'given-up' | 'skipped' | 'withdrawn';

/** Counts by way what this process has sent since it started, and what became of it: letters, and posts to groups. */
@Injectable()
export class WayMeter {
  private readonly counts = new Map<string, { readonly way: PersonalWay | 'group'; readonly became: Became; times: number }>();

  count(way: PersonalWay | 'group', became: Became): void {
    const counted = this.counts.get(`${way} ${became}`);
    if (counted) counted.times += 1;
    else this.counts.set(`${way} ${became}`, { way, became, times: 1 });
  }

  get measured(): readonly Measured[] {
    return [...this.counts.values()].map(({ way, became, times }) => ({ labels: { way, became }, value: times }));
  }
}
