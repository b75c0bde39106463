import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Alarms, Wake } from '@plenum/messaging';
import { Appointments } from './appointments.js';

const SWEEP_MS = 5_000; // How late a voting may open when Redis has forgotten its alarm.

/** Keeps due appointments whenever an alarm rings, and from time to time without one. */
@Injectable()
export class AppointmentsWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Appointments');
  private readonly wake = new Wake();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly appointments: Appointments,
    private readonly alarms: Alarms,
  ) {}

  onApplicationBootstrap(): void {
    this.alarms.listen(() => this.wake.now());
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.wake.now();
    await this.running;
    await this.alarms.close();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.appointments.keepAll().catch((error: unknown) => this.log.warn(`Appointments wait: ${String(error)}`));
      if (!this.stopped) await this.wake.within(SWEEP_MS);
    }
  }
}
