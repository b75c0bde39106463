import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, type Queryable } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ACCESS_TOKEN } from './access-token.js';

const LOOK_EVERY_MS = 500; // Somebody who was signed out may be answered for that long, on a replica that did not do it itself.
const FORGET_AFTER_S = ACCESS_TOKEN.lifeS + 60; // By then every token of the sign-in has expired by itself.
const NOTE = 'INSERT INTO ended_sign_ins (id, ended_at) SELECT id, $2 FROM unnest($1::uuid[]) AS ended (id) ON CONFLICT (id) DO NOTHING';
// Whoever finds rows that somebody else is clearing away leaves them to them.
const FORGET = 'DELETE FROM ended_sign_ins WHERE id IN (SELECT id FROM ended_sign_ins WHERE ended_at < $1 FOR UPDATE SKIP LOCKED)';

/**
 * Sign-ins that were ended before their access tokens expire: whoever signs out, leaves, or sets another password is out at once. Each
 * service keeps its own list, from the fact that the congress service tells; every replica of it reads the list twice a second.
 */
@Injectable()
export class EndedSignIns implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('EndedSignIns');
  private readonly listeners = new Set<() => void>();
  private ended: ReadonlySet<string> = new Set();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void (this.looking ?? this.look()), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Whether the sign-in has ended. */
  has(signInId: string): boolean {
    return this.ended.has(signInId);
  }

  /** Calls the listener whenever some have ended: whoever keeps a stream open looks whether it is theirs. @returns how to stop it */
  onEnded(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Notes sign-ins as ended, in the transaction of whoever hears or decides it; what is long over is cleared away. */
  async note(tx: Queryable, signInIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await tx.query(FORGET, [new Date(now.getTime() - FORGET_AFTER_S * 1000)]);
    await tx.query(NOTE, [signInIds, now]);
  }

  /**
   * Reads the list now: whoever ended a sign-in here need not wait for the next look. What goes wrong is said, and the list stays as it is.
   */
  look(): Promise<void> {
    // A look under way may have begun before what its caller has just written.
    const looking = (this.looking ?? Promise.resolve())
      .then(() => this.read())
      .catch((error: unknown) => this.log.warn(`The ended sign-ins were not read: ${String(error)}`))
      .finally(() => {
        if (this.looking === looking) this.looking = undefined;
      });
    this.looking = looking;
    return looking;
  }

  private async read(): Promise<void> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM ended_sign_ins');
    const isNew = rows.some(({ id }) => !this.ended.has(id));
    this.ended = new Set(rows.map(({ id }) => id));
    if (isNew) for (const listener of [...this.listeners]) listener();
  }
}
