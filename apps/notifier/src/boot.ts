import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrate as migrateDatabase } from '@plenum/database';
import { Messaging, queuesCommand } from '@plenum/messaging';
import { auditCommand, bootService, databaseOptions, loadConfig, type ServiceDefinition, type Subcommand } from '@plenum/service-kit';
import metadata from './metadata.js';
import { NotifierConfig } from './notifier.config.js';
import { kitOptions, NotifierModule, SERVICE } from './notifier.module.js';

const definition = (config: NotifierConfig): ServiceDefinition => ({
  name: SERVICE,
  module: NotifierModule.with(config),
  config,
  metadata,
  health: (app) => app.get(Messaging).healthChecks,
  counts: (app) => app.get(Messaging).meter.counts,
});

const configOf = (env: NodeJS.ProcessEnv): NotifierConfig => loadConfig(NotifierConfig, SERVICE, env);

/** Starts the notifier and listens. @throws ConfigError that names what is missing */
export const boot = (env: NodeJS.ProcessEnv = process.env): Promise<NestFastifyApplication> => bootService(definition(configOf(env)));

/** Brings its database up to date. @returns the names of the migrations that were run */
export const migrate = (env: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> =>
  migrateDatabase(databaseOptions(kitOptions(configOf(env))));

/** What `main.js` understands. */
export const subcommandsOf = (env: NodeJS.ProcessEnv): Readonly<Record<string, Subcommand>> => ({
  run: async () => {
    await boot(env);
  },
  migrate: async () => print(await migrate(env)),
  audit: async (args) => print(await auditCommand(databaseOptions(kitOptions(configOf(env))), args)),
  queues: async (args) => print(await queuesCommand({ ...configOf(env), name: SERVICE }, args)),
});

const print = (lines: readonly string[]): void => lines.forEach((line) => process.stdout.write(`${line}\n`));
