import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrate as migrateDatabase } from '@plenum/database';
import { Messaging } from '@plenum/messaging';
import { bootService, databaseOptions, loadConfig, type ServiceDefinition } from '@plenum/service-kit';
import metadata from './metadata.js';
import { ProposalsConfig } from './proposals.config.js';
import { kitOptions, ProposalsModule, SERVICE } from './proposals.module.js';

const definition = (config: ProposalsConfig): ServiceDefinition => ({
  name: SERVICE,
  module: ProposalsModule.with(config),
  config,
  metadata,
  health: (app) => app.get(Messaging).healthChecks,
  counts: (app) => app.get(Messaging).meter.counts,
});

/** The service's config, from its environment. @throws ConfigError that names what is missing */
export const configOf = (env: NodeJS.ProcessEnv): ProposalsConfig => loadConfig(ProposalsConfig, SERVICE, env);

/** Starts the service and listens. */
export const boot = (env: NodeJS.ProcessEnv = process.env): Promise<NestFastifyApplication> => bootService(definition(configOf(env)));

/** Brings its database up to date. @returns the names of the migrations that were run */
export const migrate = (env: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> =>
  migrateDatabase(databaseOptions(kitOptions(configOf(env))));
