import type { DataSource, EntityManager } from 'typeorm';

/** One open transaction of the service's own database; everything done through it happens together or not at all. */
export type Transaction = EntityManager;

/** What messaging needs of a service's database; the service kit's `Database` is one. */
export interface TransactionalDatabase {
  readonly source: DataSource;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
