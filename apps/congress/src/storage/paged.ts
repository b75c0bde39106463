import type { Database } from '@plenum/database';
import { offsetOf, type PageRequest } from '@plenum/service-kit';

/** One page of a list, and how long the list is. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** The page of an ordered statement; its parameters come first, limit and offset behind them. */
export async function paged<T>(database: Database, sql: string, parameters: readonly unknown[], request: PageRequest): Promise<Page<T>> {
  const next = parameters.length + 1;
  const [[count], items] = await Promise.all([
    database.query<{ total: number }>(`SELECT count(*)::int AS total FROM (${sql}) AS everything`, parameters),
    database.query<T>(`${sql} LIMIT $${next} OFFSET $${next + 1}`, [...parameters, request.pageSize, offsetOf(request)]),
  ]);
  return { items, total: count?.total ?? 0, page: request.page, pageSize: request.pageSize };
}
