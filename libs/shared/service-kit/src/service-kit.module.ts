import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Database, type DatabaseOptions } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { AccessGuard } from './access/access.guard.js';
import { EndedSignIns } from './access/ended-sign-ins.js';
import { TokenVerifier } from './access/token-verifier.js';
import { AuditHeads } from './audit/audit-heads.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditTrail } from './audit/audit-trail.js';
import type { ServiceConfig } from './config/service.config.js';
import { IdempotencyKeys } from './database/idempotency-keys.js';

/** The system's clock: the only place where a service reads the time. */
class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** What a service asks of the kit. */
export interface ServiceKitOptions {
  readonly name: string;
  readonly config: ServiceConfig;
  /** Only who migrates needs them. */
  readonly migrations?: DatabaseOptions['migrations'];
}

/** The common ground of every service: its database, clock, audit trail, retried requests, and the guard of its endpoints. */
@Module({})
export class ServiceKitModule {
  static forService(options: ServiceKitOptions): DynamicModule {
    return {
      module: ServiceKitModule,
      global: true,
      providers: [
        { provide: Database, useFactory: () => Database.connect(databaseOptions(options)) },
        { provide: Clock, useClass: SystemClock },
        { provide: TokenVerifier, useFactory: () => TokenVerifier.of(options.config.jwksUrl) },
        { provide: APP_GUARD, useClass: AccessGuard },
        EndedSignIns,
        AuditTrail,
        AuditSealer,
        AuditHeads,
        IdempotencyKeys,
      ],
      exports: [Database, Clock, TokenVerifier, EndedSignIns, AuditTrail, AuditSealer, AuditHeads, IdempotencyKeys],
    };
  }
}

/** The database of a service as its config and its migrations say. */
export const databaseOptions = ({ name, config, migrations }: ServiceKitOptions): DatabaseOptions => ({
  url: config.databaseUrl,
  ...(config.migrationDatabaseUrl ? { migrationUrl: config.migrationDatabaseUrl } : {}),
  applicationName: `plenum-${name}`,
  migrations: migrations ?? [],
  connectionsMax: config.databaseConnectionsMax,
});
