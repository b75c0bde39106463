import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type DatabaseOptions, migrate, type MigrationClass } from '@plenum/database';
import { Messaging, MessagingModule, queuesCommand, type ReactionClass } from '@plenum/messaging';
import { ChangeRecords } from '../changes/change-records.js';
import { loadConfig } from '../config/load-config.js';
import type { ServiceConfig } from '../config/service.config.js';
import type { Metric } from '../http/metrics.js';
import { bootService, type ServiceDefinition } from '../http/service-app.js';
import { currentTraceId, withTrace } from '../http/trace.js';
import { databaseOptions, ServiceKitModule } from '../service-kit.module.js';
import { auditCommand } from './audit-command.js';
import { runCommand } from './run-command.js';

/** What differs from service to service. */
export interface ServiceOptions<C extends ServiceConfig> extends Pick<ServiceDefinition, 'metadata' | 'plugins' | 'metrics'> {
  /** As its queue, its paths and its variables of the environment call it. */
  readonly name: string;
  readonly Config: new () => C;
  readonly module: (config: C) => DynamicModule;
  /** Everything that its database is made of, in order. */
  readonly migrations: readonly MigrationClass[];
}

/** A service as it is started, and as its tests start it. */
export interface Service<C extends ServiceConfig> {
  /** Its config, from its environment. @throws ConfigError that names what is missing */
  readonly configOf: (env: NodeJS.ProcessEnv) => C;
  /** Its database. @throws as {@link configOf} */
  readonly databaseOf: (env: NodeJS.ProcessEnv) => DatabaseOptions;
  /** Starts it; it listens when this resolves. @throws as {@link configOf} */
  readonly boot: (env?: NodeJS.ProcessEnv) => Promise<NestFastifyApplication>;
  /** Brings its database up to date. @returns the names of the migrations that were run */
  readonly migrate: (env?: NodeJS.ProcessEnv) => Promise<readonly string[]>;
  /** Does what its command line says: `run`, `migrate`, `audit ...` or `queues ...`. */
  readonly run: (argv: readonly string[]) => Promise<void>;
}

/** The service that starts as all of them do, from what differs. */
export function defineService<C extends ServiceConfig>(options: ServiceOptions<C>): Service<C> {
  const { name, Config, module, migrations, metrics, ...more } = options;
  const configOf = (env: NodeJS.ProcessEnv): C => loadConfig(Config, name, env);
  const databaseOf = (env: NodeJS.ProcessEnv): DatabaseOptions => databaseOptions({ name, config: configOf(env), migrations });
  const boot = async (env: NodeJS.ProcessEnv = process.env): Promise<NestFastifyApplication> => {
    const config = configOf(env);
    return bootService({
      name,
      config,
      module: module(config),
      health: (app) => app.get(Messaging).healthChecks,
      metrics: (app) => [eventsOf(app.get(Messaging)), ...(metrics?.(app) ?? [])],
      ...more,
    });
  };
  const migrateIn = async (env: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> => migrate(databaseOf(env));
  const run = (argv: readonly string[]): Promise<void> => {
    const { env } = process;
    const subcommands = {
      run: async () => void (await boot(env)),
      migrate: async () => print(await migrateIn(env)),
      audit: async (args: readonly string[]) => print(await auditCommand(databaseOf(env), args)),
      queues: async (args: readonly string[]) => print(await queuesCommand({ ...configOf(env), name }, args)),
    };
    return runCommand(name, subcommands, argv);
  };
  return { configOf, databaseOf, boot, migrate: migrateIn, run };
}

/**
 * What the module of every service stands on: its config, database, access and audit, commands and queries, its outbox and inbox; all of it
 * can be injected everywhere in the service.
 */
export function serviceFoundation(name: string, config: ServiceConfig, reactions: readonly ReactionClass[]): DynamicModule[] {
  const { redisUrl, databaseUrl } = config;
  const tracing = { current: currentTraceId, run: withTrace };
  return [
    CqrsModule.forRoot(),
    ServiceKitModule.forService({ name, config }),
    MessagingModule.forService({ name, reactions, redisUrl, databaseUrl, keys: config, tracing }),
    {
      module: FoundationModule,
      global: true,
      providers: [{ provide: config.constructor, useValue: config }, ChangeRecords],
      exports: [config.constructor as Type<ServiceConfig>, ChangeRecords],
    },
  ];
}

@Module({})
class FoundationModule {}

const eventsOf = ({ meter }: Messaging): Metric => ({
  kind: 'counter',
  name: 'plenum_events_total',
  help: 'Events of the outbox and the inbox, by what became of them.',
  labelNames: ['what'],
  read: () => Object.entries(meter.counts).map(([what, value]) => ({ labels: { what }, value })),
});

const print = (lines: readonly string[]): void => lines.forEach((line) => process.stdout.write(`${line}\n`));
