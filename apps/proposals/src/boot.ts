import multipart from '@fastify/multipart';
import { ATTACHMENT_LIMITS } from '@plenum/proposals-domain';
import { defineService } from '@plenum/service-kit';
import metadata from './metadata.js';
import { ProposalsConfig, SERVICE } from './proposals.config.js';
import { ProposalsModule } from './proposals.module.js';
import { PROPOSALS_MIGRATIONS } from './storage/migrations/proposals-migrations.js';

export const { boot, configOf, databaseOf, migrate, run } = defineService({
  name: SERVICE,
  Config: ProposalsConfig,
  module: (config) => ProposalsModule.with(config),
  migrations: PROPOSALS_MIGRATIONS,
  metadata,
  plugins: async (fastify) => {
    await fastify.register(multipart, { limits: { files: 1, fields: 0, fileSize: ATTACHMENT_LIMITS.bytes, headerPairs: 20 } });
  },
});
