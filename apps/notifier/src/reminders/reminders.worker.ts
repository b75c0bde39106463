import { Injectable } from '@nestjs/common';
import { Alarms, SweepWorker } from '@plenum/messaging';
import { Reminders } from './reminders.js';

const SWEEP_MS = 5_000; // How late a reminder may be when Redis has forgotten its alarm.

/** Looks for due reminders whenever an alarm rings, and from time to time without one. */
@Injectable()
export class RemindersWorker extends SweepWorker {
  constructor(
    private readonly reminders: Reminders,
    alarms: Alarms,
  ) {
    super({ name: 'Reminders', everyMs: SWEEP_MS, alarms });
  }

  protected sweep(): Promise<number> {
    return this.reminders.remindAll();
  }
}
