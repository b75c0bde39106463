import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';

const LOOK_EVERY_MS = 60_000;
const FIRST_LOOK_MS = 5_000; // What the service did in its first moments is sealed by then.

/** How long a chain is, and the hash of its last row: whoever keeps it finds every later change before it. */
export interface AuditHead {
  readonly rows: number;
  readonly hash: string;
}

const HEAD = 'SELECT position::int AS rows, hash FROM audit_trail WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1';
const KEEP = `INSERT INTO audit_heads (day, position, hash) SELECT $1::date, position, hash FROM audit_trail WHERE position IS NOT NULL
  ORDER BY position DESC LIMIT 1 ON CONFLICT DO NOTHING RETURNING position::int AS rows, hash`;

/** The head of the chain as it is now; null while nothing is sealed. */
export async function auditHead(database: Database): Promise<AuditHead | null> {
  const [head] = await database.query<AuditHead>(HEAD);
  return head ?? null;
}

/**
 * Publishes the head of the audit trail once a day: in the log, which leaves this database, and in a table that the service can only add
 * to.
 */
@Injectable()
export class AuditHeads implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditHeads.name);
  private timers: NodeJS.Timeout[] = [];
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => {
      this.looking = this.looking
        .then(() => this.publish())
        .catch((error: unknown) => this.logger.warn(`The head of the audit trail waits to be published: ${String(error)}`));
    };
    this.timers = [setTimeout(look, FIRST_LOOK_MS).unref(), setInterval(look, LOOK_EVERY_MS).unref()];
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.looking;
  }

  /** Publishes the head unless one of today is kept already, by whichever replica. Answers what was published. */
  async publish(): Promise<AuditHead | null> {
    const [head] = await this.database.query<AuditHead>(KEEP, [this.clock.now().toISOString().slice(0, 10)]);
    if (!head) return null;
    this.logger.log({
      auditHead: `${head.rows}:${head.hash}`,
      msg: 'The head of the audit trail today; keep this line where whoever has this database cannot reach it.',
    });
    return head;
  }
}
