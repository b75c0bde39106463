import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@plenum/database';

const AGAIN_MS = 30_000; // Somebody holds a table: a rehearsal of thousands, or a backup.
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '2s'"; // Longer, and a hall would queue behind us.
const NOT_ALLOWED = '42501';

/**
 * Takes what deleted rows leave behind: the keys of credentials above all. Runs after an opening, and at the start for one whose process
 * ended too early. What it cannot reach (blocks of the disk that a file gave back, archived logs, backups) is told in the documentation.
 */
@Injectable()
export class OldPages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('OldPages');
  private timer: NodeJS.Timeout | undefined;
  private recycling: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    void this.recycle();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.recycling;
  }

  /** Writes the tables anew without their deleted rows. Never rejects: what is held by somebody is tried again later. */
  recycle(): Promise<void> {
    clearTimeout(this.timer);
    this.recycling = this.recycling
      .then(() => this.recycleOnce())
      .catch((fault: unknown) => {
        this.log.warn(`Old pages wait: ${String(fault)}`);
        this.timer = setTimeout(() => void this.recycle(), AGAIN_MS).unref();
      });
    return this.recycling;
  }

  private async recycleOnce(): Promise<void> {
    // Truncating gives the old file back whatever snapshots there are; a vacuum would keep a row that a backup may still see.
    await this.database.transaction(async (tx) => {
      await tx.query(LOCK_TIMEOUT);
      await tx.query('LOCK TABLE registration_keys IN ACCESS EXCLUSIVE MODE');
      const inUse = await tx.query<{ ballot_id: string; id: string; secret: Buffer }>(
        'SELECT ballot_id, id, secret FROM registration_keys',
      );
      await tx.query('TRUNCATE registration_keys');
      for (const { ballot_id, id, secret } of inUse)
        await tx.query('INSERT INTO registration_keys (ballot_id, id, secret) VALUES ($1, $2, $3)', [ballot_id, id, secret]);
    });
    await this.database.query('VACUUM pending_credentials, sealed_registrations');
    await this.database.query('CHECKPOINT').catch((fault: unknown) => {
      // Only what the key would open stands in the log; where the role may not ask, the server comes to it by itself.
      if ((fault as { code?: string }).code !== NOT_ALLOWED) throw fault;
    });
  }
}
