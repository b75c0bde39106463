import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PICTURE_LIMITS } from '@plenum/ballot-domain';
import { migrate as migrateDatabase } from '@plenum/database';
import { Messaging } from '@plenum/messaging';
import { bootService, databaseOptions, loadConfig, type ServiceDefinition } from '@plenum/service-kit';
import { BallotConfig, SERVICE } from './ballot.config.js';
import { BallotModule, kitOptions } from './ballot.module.js';
import metadata from './metadata.js';

const definition = (config: BallotConfig): ServiceDefinition => ({
  name: SERVICE,
  module: BallotModule.with(config),
  config,
  metadata,
  health: (app) => app.get(Messaging).healthChecks,
  counts: (app) => app.get(Messaging).meter.counts,
  plugins: async (fastify) => {
    await fastify.register(multipart, { limits: { files: 1, fields: 0, fileSize: PICTURE_LIMITS.bytes, headerPairs: 20 } });
  },
});

/** The service's config, from its environment. @throws ConfigError that names what is missing */
export const configOf = (env: NodeJS.ProcessEnv): BallotConfig => loadConfig(BallotConfig, SERVICE, env);

/** Starts the service and listens. */
export const boot = (env: NodeJS.ProcessEnv = process.env): Promise<NestFastifyApplication> => bootService(definition(configOf(env)));

/** Brings its database up to date. @returns the names of the migrations that were run */
export const migrate = (env: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> =>
  migrateDatabase(databaseOptions(kitOptions(configOf(env))));
