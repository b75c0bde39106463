import { Injectable } from '@nestjs/common';
import { Alarms, SweepWorker } from '@plenum/messaging';
import { Appointments } from './appointments.js';

const SWEEP_MS = 5_000; // How late a voting may open when Redis has forgotten its alarm.

/** Keeps due appointments whenever an alarm rings, and from time to time without one. */
@Injectable()
export class AppointmentsWorker extends SweepWorker {
  constructor(
    private readonly appointments: Appointments,
    alarms: Alarms,
  ) {
    super({ name: 'Appointments', everyMs: SWEEP_MS, alarms });
  }

  protected sweep(): Promise<number> {
    return this.appointments.keepAll();
  }
}
