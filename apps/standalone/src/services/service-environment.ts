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

/** What every service takes from the environment of the launcher where it is said there, by its own prefix. */
const SETTINGS_OF_ALL = ['DATABASE_CONNECTIONS_MAX', 'REQUESTS_PER_MINUTE_MAX'] as const;
/** What one of them takes besides. */
const SETTINGS: Readonly<Record<ServiceName, readonly string[]>> = {
  congress: ['SECURE_COOKIES'],
  proposals: ['ATTACHMENTS_MEBIBYTES_MAX'],
  ballot: ['VERIFICATION_THREADS', 'BELENIOS_TOOL', 'BELENIOS_TOOL_SECONDS_MAX', 'OPENING_ANSWER_SECONDS_MAX'],
  notifier: [
    'MAIL_CONNECTIONS',
    'TIME_ZONE',
    'LETTER_WINDOW_S',
    'ROBOT_TRIAL_ORIGIN',
    'PUSH_TRIAL_ORIGIN',
    'ANSWER_WITHIN_MS',
    'SMS_OWN_ORIGINS',
    'SMS_PER_DAY_MAX',
    'IMAP_URL_FILE',
  ],
};

const PASSED_ON = ['PATH', 'HOME', 'TZ', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'] as const;

/**
 * The environment of a service: its own settings and little else of ours. What holds a password is passed as the name
 * of a file (`*_FILE`), so that it does not show in the process list.
 */
export async function environmentOf(service: ServiceName, addresses: Addresses, secrets: Secrets): Promise<NodeJS.ProcessEnv> {
  const own = (name: string): string => `${service.toUpperCase()}_${name}`;
  const names = [...PASSED_ON, ...[...SETTINGS_OF_ALL, ...SETTINGS[service]].map(own)];
  const imapUrl = process.env['NOTIFIER_IMAP_URL'];
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
    ...(service === 'notifier' ? { [own('PUSH_KEY_FILE')]: secrets.pushKeyFile } : {}),
    ...(service === 'notifier' && imapUrl ? { [own('IMAP_URL_FILE')]: await secretFile(secrets, 'imap-url', imapUrl) } : {}),
    ...(service === 'congress' ? { [own('SIGNING_KEY_FILE')]: secrets.signingKeyFile } : {}),
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
