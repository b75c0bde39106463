import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROSTER_LIMITS } from '@plenum/congress-domain';
import { type DatabaseOptions, migrate } from '@plenum/database';
import { Messaging, queuesCommand } from '@plenum/messaging';
import { auditCommand, bootService, databaseOptions, loadConfig, type ServiceDefinition, type Subcommand } from '@plenum/service-kit';
import { CongressConfig } from './congress.config.js';
import { CongressModule } from './congress.module.js';
import metadata from './metadata.js';
import { CONGRESS_MIGRATIONS } from './storage/migrations/congress-migrations.js';

const NAME = 'congress';

/** The congress service as the kit boots it. */
export const congressService = (config: CongressConfig): ServiceDefinition => ({
  name: NAME,
  module: CongressModule.forConfig(config),
  config,
  metadata,
  health: (app) => app.get(Messaging).healthChecks,
  counts: (app) => app.get(Messaging).meter.counts,
  plugins: async (fastify) => {
    await fastify.register(multipart, {
      limits: { files: 1, fields: 8, fieldSize: 1_024, fileSize: ROSTER_LIMITS.bytes, headerPairs: 20 },
    });
  },
});

/** Starts the service; it listens when this resolves. */
export const boot = async (env: NodeJS.ProcessEnv = process.env): Promise<NestFastifyApplication> =>
  bootService(congressService(loadConfig(CongressConfig, NAME, env)));

const databaseOf = (env: NodeJS.ProcessEnv): DatabaseOptions =>
  databaseOptions({ name: NAME, config: loadConfig(CongressConfig, NAME, env), migrations: CONGRESS_MIGRATIONS });

/** Brings the database up to date. @returns the names of the migrations that were run. */
export const migrateCongress = (env: NodeJS.ProcessEnv): Promise<readonly string[]> => migrate(databaseOf(env));

/** What `main.js` can be told. */
export const subcommandsOf = (env: NodeJS.ProcessEnv): Readonly<Record<string, Subcommand>> => ({
  run: async () => {
    await boot(env);
  },
  migrate: async () => print(await migrateCongress(env)),
  audit: async (args) => print(await auditCommand(databaseOf(env), args)),
  queues: async (args) => print(await queuesCommand({ ...loadConfig(CongressConfig, NAME, env), name: NAME }, args)),
});

const print = (lines: readonly string[]): void => lines.forEach((line) => process.stdout.write(`${line}\n`));
