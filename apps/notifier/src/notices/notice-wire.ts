import { Injectable } from '@nestjs/common';
import { SweepWorker } from '@plenum/messaging';
import { Client } from 'pg';
import { NotifierConfig } from '../notifier.config.js';
import { NOTICES_CHANNEL } from './notices.js';

const RETRY_MS = 1_000;

/**
 * Hears PostgreSQL say that somebody has been told, in whichever replica; null when the line was lost and something may have been missed.
 */
@Injectable()
export class NoticeWire extends SweepWorker {
  private readonly listeners = new Set<(cause: string | null) => void>();

  constructor(private readonly config: NotifierConfig) {
    super({ name: 'Wire', everyMs: RETRY_MS });
  }

  /** Calls the listener with the cause of each telling. */
  onTold(listener: (cause: string | null) => void): void {
    this.listeners.add(listener);
  }

  /** Listens as long as the line holds. */
  protected async sweep(stopping: AbortSignal): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      keepAlive: true,
      application_name: 'plenum-notifier-wire',
      connectionTimeoutMillis: 10_000,
    });
    let hangUp: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (hangUp = resolve));
    client.on('error', hangUp);
    client.on('end', hangUp);
    stopping.addEventListener('abort', hangUp);
    client.on('notification', ({ payload }) => this.tell(payload ?? null));
    try {
      await client.connect();
      await client.query(`LISTEN ${NOTICES_CHANNEL}`);
      this.tell(null);
      await over;
    } finally {
      stopping.removeEventListener('abort', hangUp);
      await client.end().catch(() => undefined);
    }
  }

  private tell(cause: string | null): void {
    for (const listener of this.listeners) listener(cause);
  }
}
