import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { AUDIT_CHAIN_COLUMNS, AUDIT_CHAIN_START, type AuditChainRow, auditHash } from './audit-chain.js';

const SEALER_LOCK = 0x41554454; // Any number that only the sealer uses.
const SEAL_BATCH_MAX = 500; // Keeps the transaction that holds the lock short.
const SEAL_EVERY_MS = 500;

/** Chains the audit rows in one order, shortly after their commit: one sealer at a time, whatever the number of replicas. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sealing = this.sealing
        .then(() => this.sealNew())
        .catch((error: unknown) => this.logger.warn(`Audit rows wait to be sealed: ${String(error)}`));
    }, SEAL_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sealing;
  }

  /** A house at rest is asked one question, and no transaction is begun for nothing. */
  private async sealNew(): Promise<void> {
    const [open] = await this.database.query<{ exists: boolean }>('SELECT EXISTS (SELECT 1 FROM audit_trail WHERE position IS NULL)');
    if (open?.exists) await this.sealAll();
  }

  /**
   * Seals what is committed and not sealed. Where another replica is at it, that is left to the other, or waited for.
   * @returns the number of rows sealed.
   */
  async sealAll({ waits = false }: { readonly waits?: boolean } = {}): Promise<number> {
    let sealed = 0;
    for (;;) {
      const rows = await this.database.transaction((tx) => this.sealBatch(tx, waits));
      sealed += rows;
      if (rows < SEAL_BATCH_MAX) return sealed;
    }
  }

  private async sealBatch(tx: Transaction, waits: boolean): Promise<number> {
    const lock = waits ? 'SELECT pg_advisory_xact_lock($1) IS NOT NULL AS mine' : 'SELECT pg_try_advisory_xact_lock($1) AS mine';
    const [held] = await tx.query<{ mine: boolean }>(lock, [SEALER_LOCK]);
    if (!held?.mine) return 0;
    const rows = await tx.query<AuditChainRow>(
      `SELECT ${AUDIT_CHAIN_COLUMNS} FROM audit_trail a WHERE position IS NULL ORDER BY a.occurred_at, id LIMIT ${SEAL_BATCH_MAX}`,
    );
    if (rows.length === 0) return 0;
    const [last] = await tx.query<{ position: string; hash: string }>(
      'SELECT position, hash FROM audit_trail WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1',
    );
    let position = Number(last?.position ?? 0);
    let previous = last?.hash ?? AUDIT_CHAIN_START;
    const links = rows.map((row) => {
      const link = { id: row.id, position: (position += 1), previous_hash: previous, hash: auditHash(previous, row) };
      previous = link.hash;
      return link;
    });
    await tx.query(
      `UPDATE audit_trail a SET position = l.position, previous_hash = l.previous_hash, hash = l.hash
       FROM jsonb_to_recordset($1::jsonb) AS l(id uuid, position bigint, previous_hash text, hash text) WHERE a.id = l.id`,
      [JSON.stringify(links)],
    );
    return links.length;
  }
}
