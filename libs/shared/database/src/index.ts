export { createDataSource, Database } from './database.js';
export type { DatabaseOptions, MigrationClass } from './database.js';
export type { Queryable, Transaction } from './handles.js';
export { migrate } from './migrate.js';
export { violatedConstraint } from './violated-constraint.js';
