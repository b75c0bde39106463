import { defineService } from '@plenum/service-kit';
import metadata from './metadata.js';
import { NotifierConfig, SERVICE } from './notifier.config.js';
import { NotifierModule } from './notifier.module.js';
import { WayMetrics } from './operations/way-metrics.js';
import { takeOneClickForms } from './unsubscribing/one-click-forms.js';
import { NOTIFIER_MIGRATIONS } from './storage/migrations/notifier-migrations.js';

export const { boot, migrate, run } = defineService({
  name: SERVICE,
  Config: NotifierConfig,
  module: (config) => NotifierModule.with(config),
  migrations: NOTIFIER_MIGRATIONS,
  metadata,
  plugins: takeOneClickForms,
  metrics: (app) => app.get(WayMetrics).metrics,
});
