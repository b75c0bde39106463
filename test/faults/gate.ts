import { probe } from '@plenum/test-kit';
import type { Client } from 'pg';
import type { House, Service } from '../lib/house.js';

const KEY = 7_770_001; // Any number that nothing in the house locks.

/**
 * Holds a service's writes to a table right before they happen, so that its process can be killed in the middle of them.
 * The writes wait in PostgreSQL; the service does not know.
 */
export class Gate {
  private constructor(
    private readonly holder: Client,
    private readonly service: Client,
    private readonly table: string,
  ) {}

  /** Shuts a table to new inserts or updates. Whatever the service does before that write, it has done. */
  static async shut(house: House, service: Service, table: string, operation: 'INSERT' | 'UPDATE'): Promise<Gate> {
    const holder = await house.databaseClient(service);
    await holder.query('SELECT pg_advisory_lock($1)', [KEY]);
    await holder.query(`
      CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${KEY});
        RETURN NULL; END $$;
      CREATE TRIGGER gate BEFORE ${operation} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION wait_at_gate();
    `);
    return new Gate(holder, await house.databaseClient(service, 'service'), table);
  }

  /** Waits until so many writes stand before the gate. */
  async waitFor(writes: number): Promise<void> {
    await probe(`${writes} writes wait before ${this.table}`, async () => (await this.waiting()).length >= writes, {
      timeoutMs: 60_000,
      describe: async () => `${(await this.waiting()).length} wait`,
    });
  }

  /** Opens again. What a killed process left waiting is rolled back, as its connections' end will make PostgreSQL do anyhow. */
  async open(): Promise<void> {
    const waiting = await this.waiting();
    await this.service.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [waiting]);
    await this.holder.query('SELECT pg_advisory_unlock($1)', [KEY]);
    await this.holder.query(`DROP TRIGGER gate ON ${this.table}; DROP FUNCTION wait_at_gate();`);
    await Promise.all([this.holder.end(), this.service.end()]);
  }

  private async waiting(): Promise<readonly number[]> {
    const { rows } = await this.holder.query<{ pid: number }>(
      `
        SELECT pid
        FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted AND objid = $1 AND database = (SELECT oid FROM pg_database
          WHERE datname = current_database())
      `,
      [KEY],
    );
    return rows.map(({ pid }) => pid);
  }
}
