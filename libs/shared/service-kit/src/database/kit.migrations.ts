import type { MigrationClass } from '@plenum/database';
import { AuditGuard1700000000060 } from './audit-guard.migration.js';
import { EndedSignInTables1700000000050 } from './ended-sign-ins.migration.js';
import { ServiceKitTables1700000000000 } from './kit.migration.js';

/** The migrations of the kit; a service lists them with its own. */
export const SERVICE_KIT_MIGRATIONS: readonly MigrationClass[] = [
  ServiceKitTables1700000000000,
  EndedSignInTables1700000000050,
  AuditGuard1700000000060,
];
