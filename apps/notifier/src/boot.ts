import { defineService } from '@plenum/service-kit';
import metadata from './metadata.js';
import { NotifierConfig, SERVICE } from './notifier.config.js';
import { NotifierModule } from './notifier.module.js';
import { NOTIFIER_MIGRATIONS } from './storage/migrations/notifier-migrations.js';

export const { boot, migrate, run } = defineService({
  name: SERVICE,
  Config: NotifierConfig,
  module: (config) => NotifierModule.with(config),
  migrations: NOTIFIER_MIGRATIONS,
  metadata,
});
