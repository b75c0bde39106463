import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Wake } from '@plenum/messaging';
import { Client } from 'pg';
import { NotifierConfig } from '../notifier.config.js';
import { TOLD_CHANNEL } from './notices.js';

const RETRY_MS = 1_000;

/** Hears PostgreSQL say that somebody has been told, in whichever replica; null when the line was lost and something may have been missed. */
@Injectable()
export class NoticeWire implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Wire');
  private readonly listeners = new Set<(cause: string | null) => void>();
  private readonly wake = new Wake();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly config: NotifierConfig) {}

  /** Calls the listener with the cause of each telling. */
  onTold(listener: (cause: string | null) => void): void {
    this.listeners.add(listener);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.wake.now();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.listen().catch((error: unknown) => this.log.warn(`The line to PostgreSQL is lost: ${String(error)}`));
      if (!this.stopped) await this.wake.within(RETRY_MS);
    }
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseUrl, keepAlive: true, application_name: 'plenum-notifier-wire', connectionTimeoutMillis: 10_000 });
    let isLost = false;
    const lose = (): void => {
      isLost = true;
      this.wake.now();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => this.tell(payload ?? null));
    try {
      await client.connect();
      await client.query(`LISTEN ${TOLD_CHANNEL}`);
      this.tell(null);
      while (!isLost && !this.stopped) await this.wake.within(60_000);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private tell(cause: string | null): void {
    for (const listener of this.listeners) listener(cause);
  }
}
