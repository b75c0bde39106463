import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { OfBothRoles } from '@plenum/local-servers';

import type { Secrets } from './secrets.js';
import type { ServiceName } from './service-list.js';

/** Where everything is in this run. */
export interface Addresses {
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly databaseUrls: Readonly<Record<ServiceName, OfBothRoles<string>>>;
  readonly redisUrl: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** The address people use, for links in mails. */
  readonly publicUrl: string;
  readonly logLevel: string;
}

/** Who sends mail: notices, and the codes of those who forgot their password. */
const MAILING: readonly ServiceName[] = ['congress', 'notifier'];

/** What whoever runs the house uses: founding organisations, and the look into the queues. */
const OPERATED: readonly ServiceName[] = ['congress', 'notifier'];

/** Of the notifier: for trials alone, where it tells instead of at its providers; and how long notices wait for each other. */
const NOTIFIER_SETTINGS = ['NOTIFIER_ROBOT_TRIAL_ORIGIN', 'NOTIFIER_PUSH_TRIAL_ORIGIN', 'NOTIFIER_LETTER_WINDOW_S'] as const;

const PASSED_ON = ['PATH', 'HOME', 'TZ', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'] as const;

/**
 * The environment of a service: its own settings and little else of ours. What holds a password is passed as the name
 * of a file (`*_FILE`), so that it does not show in the process list.
 */
export async function environmentOf(service: ServiceName, addresses: Addresses, secrets: Secrets): Promise<NodeJS.ProcessEnv> {
  const own = (name: string): string => `${service.toUpperCase()}_${name}`;
  const names = service === 'notifier' ? [...PASSED_ON, ...NOTIFIER_SETTINGS] : PASSED_ON;
  const passedOn = Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return {
    ...passedOn,
    NODE_ENV: 'production',
    [own('PORT')]: String(addresses.ports[service]),
    [own('JWKS_URL')]: `http://127.0.0.1:${addresses.ports.congress}/api/congress/.well-known/jwks.json`,
    [own('LOG_LEVEL')]: addresses.logLevel,
    [own('DATABASE_URL_FILE')]: await secretFile(secrets, `${service}.database-url`, addresses.databaseUrls[service].service),
    [own('REDIS_URL_FILE')]: await secretFile(secrets, 'redis-url', addresses.redisUrl),
    [own('EVENT_SIGNING_KEY_FILE')]: secrets.eventKeyFiles[service],
    [own('EVENT_PUBLIC_KEYS_FILE')]: await secretFile(secrets, 'event-public-keys', secrets.eventPublicKeys),
    ...(service === 'notifier' ? { NOTIFIER_PUSH_KEY_FILE: secrets.pushKeyFile } : {}),
    ...(service === 'congress' ? { CONGRESS_SIGNING_KEY_FILE: secrets.signingKeyFile } : {}),
    ...(OPERATED.includes(service) ? { [own('OPERATOR_TOKEN_FILE')]: secrets.operatorTokenFile } : {}),
    ...(MAILING.includes(service)
      ? {
          [own('SMTP_URL_FILE')]: await secretFile(secrets, 'smtp-url', addresses.smtpUrl),
          [own('MAIL_FROM')]: addresses.mailFrom,
          [own('PUBLIC_URL')]: addresses.publicUrl,
        }
      : {}),
  };
}

/** What only `migrate` is told: the database as the role that owns it. */
export async function migrationEnvironmentOf(service: ServiceName, addresses: Addresses, secrets: Secrets): Promise<NodeJS.ProcessEnv> {
  return {
    [`${service.toUpperCase()}_MIGRATION_DATABASE_URL_FILE`]: await secretFile(
      secrets,
      `${service}.migration-database-url`,
      addresses.databaseUrls[service].migration,
    ),
  };
}

async function secretFile({ folder }: Secrets, name: string, value: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `${value}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}
