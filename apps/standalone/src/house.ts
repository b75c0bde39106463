import path from 'node:path';

import {
  ensurePortFree,
  freePort,
  privateFolder,
  provisionDatabases,
  startMailCatcher,
  startPostgres,
  startRedis,
  type RunningServer,
  type ServerOptions,
} from '@plenum/local-servers';

import { openFrontDoor, type FrontDoor } from './front-door/front-door.js';
import { MailStore } from './mail/mail-store.js';
import { takeHouse } from './run-record.js';
import { keepSecrets, type Secrets } from './services/secrets.js';
import { WatchedServer } from './servers/watched-server.js';
import { environmentOf, migrationEnvironmentOf, type Addresses } from './services/service-environment.js';
import { SERVICES, type ServiceName } from './services/service-list.js';
import { keepLogsShort } from './services/log-turning.js';
import { logFileOf, migrate, type Premises, type ServiceStart } from './services/service-process.js';
import { SupervisedService } from './services/supervised-service.js';
import type { StandaloneConfig } from './standalone.config.js';

/** How the house is opened: its settings, where the repository is, where progress is told, and when to give up. */
export interface HouseOptions {
  readonly config: StandaloneConfig;
  readonly root: string;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The house with everything running. */
export interface House {
  readonly url: string;
  readonly secrets: Secrets;
  /** Ends everything in the reverse order of its start. */
  close(): Promise<void>;
}

/** Starts servers, databases, services and the one port. When something fails, what was started is ended again. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    return { ...(await open(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type OnClose = (closer: () => Promise<void>) => void;

async function open({ config, root, tell, signal }: HouseOptions, onClose: OnClose): Promise<Omit<House, 'close'>> {
  const { dataFolder } = config;
  const premises: Premises = { root, dataFolder };
  await privateFolder(dataFolder);
  onClose(await takeHouse(premises));
  const port = config.port === 0 ? await freePort() : config.port;
  await ensurePortFree(port, 'Plenum (PLENUM_PORT)');

  const secrets = await keepSecrets(dataFolder);
  const databaseUrl = config.databaseUrl ?? (await openServer('PostgreSQL', startPostgres, dataFolder, tell, onClose));
  signal.throwIfAborted();
  const redisUrl = config.redisUrl ?? (await openServer('Redis', startRedis, dataFolder, tell, onClose));
  const mails = config.smtpUrl ? undefined : await MailStore.open(path.join(dataFolder, 'mail'));
  const smtpUrl = config.smtpUrl ?? (await openMailCatcher(mails as MailStore, onClose));
  signal.throwIfAborted();

  const addresses: Addresses = {
    ports: await freePorts(),
    databaseUrls: await provisionDatabases(databaseUrl, SERVICES, secrets.rolePasswords),
    redisUrl,
    smtpUrl,
    mailFrom: config.mailFrom,
    publicUrl: `http://localhost:${port}`,
    logLevel: config.logLevel,
  };
  await openServices({ premises, addresses, secrets, tell, signal }, onClose);
  const frontDoor: FrontDoor = await openFrontDoor({
    host: config.host,
    port,
    ports: addresses.ports,
    trustedProxies: config.trustedProxies,
    tell,
    webFolder: path.join(root, 'apps', 'web', 'dist'),
    ...(mails ? { mails: { store: mails, secret: secrets.mailSecret } } : {}),
  });
  onClose(() => frontDoor.close());
  return { url: frontDoor.url, secrets };
}

async function openServer(
  name: string,
  start: (options: ServerOptions) => Promise<RunningServer>,
  dataFolder: string,
  tell: (line: string) => void,
  onClose: OnClose,
): Promise<string> {
  const startedAt = performance.now();
  const server = await WatchedServer.open(name, start, dataFolder, tell);
  onClose(() => server.stop());
  tell(`${name} is up (${secondsSince(startedAt)}).`);
  return server.url;
}

async function openMailCatcher(mails: MailStore, onClose: OnClose): Promise<string> {
  const catcher = await startMailCatcher((mail) => mails.keep(mail));
  onClose(() => catcher.stop());
  return catcher.url;
}

async function freePorts(): Promise<Record<ServiceName, number>> {
  const ports = new Set<number>();
  while (ports.size < SERVICES.length) ports.add(await freePort());
  return Object.fromEntries([...ports].map((port, i) => [SERVICES[i], port])) as Record<ServiceName, number>;
}

interface ServicesOptions {
  readonly premises: Premises;
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

async function openServices({ premises, addresses, secrets, tell, signal }: ServicesOptions, onClose: OnClose): Promise<void> {
  const starts = await Promise.all(
    SERVICES.map(async (service): Promise<ServiceStart> => ({ premises, service, env: await environmentOf(service, addresses, secrets) })),
  );
  const startedAt = performance.now();
  const asOwner = async (start: ServiceStart): Promise<ServiceStart> => ({
    ...start,
    env: { ...start.env, ...(await migrationEnvironmentOf(start.service, addresses, secrets)) },
  });
  await migrate(premises, await Promise.all(starts.map(asOwner)), signal);
  tell(`Databases are up to date (${secondsSince(startedAt)}).`);
  const leaveLogs = keepLogsShort(SERVICES.map((service) => logFileOf(premises, service)));
  onClose(async () => leaveLogs());
  const services = starts.map((start) => new SupervisedService(start, addresses.ports[start.service], tell));
  onClose(async () => {
    await Promise.all(services.map((service) => service.stop()));
  });
  const bootedAt = performance.now();
  await Promise.all(services.map((service) => service.open(signal)));
  tell(`Services are ready: ${SERVICES.join(', ')} (${secondsSince(bootedAt)}).`);
}

const secondsSince = (startedAt: number): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
