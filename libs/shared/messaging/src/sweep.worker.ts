import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Alarms } from './alarms.js';
import { InterruptibleSleep } from './interruptible-sleep.js';

/** How a worker is named in the log, how often it looks unasked, and the alarms that wake it; they are its own and close with it. */
export interface SweepOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly alarms?: Pick<Alarms, 'listen' | 'close'>;
}

/**
 * The frame of a worker that does what is due in the database: as soon as the service is up, whenever it is woken, and from time to time
 * without, since whatever wakes it is only a hint. What goes wrong is said once and tried again; who stops it waits for what is in hand.
 */
export abstract class SweepWorker implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly log: Logger;
  private readonly sleep = new InterruptibleSleep();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private lastTrouble: string | undefined;

  protected constructor(private readonly options: SweepOptions) {
    this.log = new Logger(options.name);
  }

  /** Does what is due now. Answers true where more is due at once; ends early where `stopping` says so. */
  protected abstract sweep(stopping: AbortSignal): Promise<unknown>;

  /** Makes it look at once, or once more after the look that is under way. */
  wake(): void {
    this.sleep.now();
  }

  onApplicationBootstrap(): void {
    this.options.alarms?.listen(() => this.wake());
    this.running ??= this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await this.options.alarms?.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const isMore = await this.sweep(signal).then(
        (answer) => this.went(answer),
        (error: unknown) => this.wait(error),
      );
      if (!isMore && !signal.aborted) await this.sleep.within(this.options.everyMs);
    }
  }

  private went(answer: unknown): boolean {
    this.lastTrouble = undefined;
    return answer === true;
  }

  private wait(error: unknown): false {
    const trouble = String(error);
    if (trouble !== this.lastTrouble) this.log.warn(`It waits and tries again: ${trouble}`);
    this.lastTrouble = trouble;
    return false;
  }
}
