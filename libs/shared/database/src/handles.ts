/** What answers a query: an open transaction, or the service's database, where each statement stands for itself. */
export interface Queryable {
  /** The rows that a statement answers; those that it changed where it says RETURNING. */
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
}

/** One open transaction of the service's own database; everything done through it happens together or not at all. */
export interface Transaction extends Queryable {
  /** False once it was committed or rolled back: nothing can be done through it any more. */
  readonly isOpen: boolean;
  /** Calls the listener once what was done is committed, and never where it is rolled back. */
  afterCommit(listener: () => void): void;
}
