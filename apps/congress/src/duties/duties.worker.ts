import { Injectable } from '@nestjs/common';
import { SweepWorker } from '@plenum/messaging';
import { DutyRuleRepository } from './duty-rules.repository.js';

const SWEEP_MS = 600_000; // A duty appears once a day, weeks ahead: ten minutes later nobody waits.

/** Makes the duties whose time has come, once each, by whichever replica comes first. What is killed meanwhile has made nothing. */
@Injectable()
export class DutiesWorker extends SweepWorker {
  constructor(private readonly rules: DutyRuleRepository) {
    super({ name: 'Duties', everyMs: SWEEP_MS });
  }

  /** One rule that fails keeps no other from its duties. @returns how many were made @throws what went wrong first, after the last */
  async makeAll(stopping?: AbortSignal): Promise<number> {
    const troubles: unknown[] = [];
    let made = 0;
    for (let batch = await this.rules.active(); batch.length > 0; batch = await this.rules.active(batch.at(-1)?.id)) {
      for (const rule of batch) {
        if (stopping?.aborted) return made;
        made += await this.rules.makeDue(rule).catch((trouble: unknown) => (troubles.push(trouble), 0));
      }
    }
    if (troubles.length > 0) throw troubles[0];
    return made;
  }

  protected async sweep(stopping: AbortSignal): Promise<void> {
    await this.makeAll(stopping);
  }
}
