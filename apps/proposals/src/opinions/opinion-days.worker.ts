import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { settleOpinionDay } from '@plenum/proposals-domain';
import { SettlingWorker } from '../access/settling.worker.js';
import { OpinionRepository } from '../storage/opinions/opinion.repository.js';
import { OpinionChanges } from '../access/opinion-changes.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.

interface ProvisionalDay {
  readonly id: string;
  readonly organisationId: string;
}

/** Settles the days by which something is owed on an opinion once the holidays that they rest on are announced. */
@Injectable()
export class OpinionDaysWorker extends SettlingWorker<ProvisionalDay> {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionRepository,
    private readonly changes: OpinionChanges,
  ) {
    super({ name: 'OpinionDays', everyMs: SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly ProvisionalDay[]> {
    return this.opinions.provisional(this.database, after, limit);
  }

  protected settle(one: ProvisionalDay): Promise<boolean> {
    return this.changes.settle(one, 'settle-opinion-day', settleOpinionDay);
  }
}
