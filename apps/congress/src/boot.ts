import multipart from '@fastify/multipart';
import { ROSTER_LIMITS } from '@plenum/congress-domain';
import { defineService } from '@plenum/service-kit';
import { CongressConfig, SERVICE } from './congress.config.js';
import { CongressModule } from './congress.module.js';
import metadata from './metadata.js';
import { CONGRESS_MIGRATIONS } from './storage/migrations/congress-migrations.js';

export const { boot, migrate, run } = defineService({
  name: SERVICE,
  Config: CongressConfig,
  module: (config) => CongressModule.with(config),
  migrations: CONGRESS_MIGRATIONS,
  metadata,
  plugins: async (fastify) => {
    await fastify.register(multipart, {
      limits: { files: 1, fields: 8, fieldSize: 1_024, fileSize: ROSTER_LIMITS.bytes, headerPairs: 20 },
    });
  },
});
