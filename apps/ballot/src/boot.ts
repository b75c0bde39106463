import multipart from '@fastify/multipart';
import { PICTURE_LIMITS } from '@plenum/ballot-domain';
import { defineService } from '@plenum/service-kit';
import { BallotConfig, SERVICE } from './ballot.config.js';
import { BallotModule } from './ballot.module.js';
import metadata from './metadata.js';
import { BALLOT_MIGRATIONS } from './storage/migrations/ballot-migrations.js';

export const { boot, databaseOf, migrate, run } = defineService({
  name: SERVICE,
  Config: BallotConfig,
  module: (config) => BallotModule.with(config),
  migrations: BALLOT_MIGRATIONS,
  metadata,
  plugins: async (fastify) => {
    await fastify.register(multipart, { limits: { files: 1, fields: 0, fileSize: PICTURE_LIMITS.bytes, headerPairs: 20 } });
  },
});
