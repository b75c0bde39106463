import path from 'node:path';

import { isProxyEntry } from './front-door/connections.js';

/** A setting that does not fit: one line that names it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** What the house is told by its environment. */
export interface StandaloneConfig {
  /** `PLENUM_PORT`: the one port of the house; 0 takes a free one. */
  readonly port: number;
  /** `PLENUM_HOST`: the address it listens on; by default this machine only. */
  readonly host: string;
  /** `PLENUM_DATA`: everything the house keeps. */
  readonly dataFolder: string;
  /**
   * `PLENUM_SAMPLE`: whether the sample congress is loaded (`on`, the default) or the house begins empty (`none`; `off` is understood,
   * too).
   */
  readonly isSampleWanted: boolean;
  /** `DATABASE_URL`: a PostgreSQL of yours, as a role that may create roles and databases. */
  readonly databaseUrl?: string;
  /** `REDIS_URL`: a Redis of yours. */
  readonly redisUrl?: string;
  /** `SMTP_URL`: a mail server of yours; otherwise mails are caught and shown at an address that is told at the start. */
  readonly smtpUrl?: string;
  /** `MAIL_FROM`: the sender of mails. */
  readonly mailFrom: string;
  /**
   * `PLENUM_TRUSTED_PROXIES`: who ends TLS in front of this port and says whose request it is: addresses, networks, or `loopback`,
   * `linklocal`, `uniquelocal`, with commas between.
   */
  readonly trustedProxies: readonly string[];
  /** `LOG_LEVEL` of the services. */
  readonly logLevel: string;
}

const PORT_DEFAULT = 8080;
const PORT_MAX = 65535;

/** Reads the settings; paths are taken from `root`, the folder of the repository. @throws SettingError */
export function readConfig(env: NodeJS.ProcessEnv, root: string): StandaloneConfig {
  const { DATABASE_URL, REDIS_URL, SMTP_URL } = env;
  return {
    port: portOf(env['PLENUM_PORT'] || String(PORT_DEFAULT)),
    host: env['PLENUM_HOST'] || '127.0.0.1',
    dataFolder: path.resolve(root, env['PLENUM_DATA'] || '.plenum'),
    isSampleWanted: isSampleWanted(env['PLENUM_SAMPLE'] || 'on'),
    ...(DATABASE_URL ? { databaseUrl: addressOf('DATABASE_URL', DATABASE_URL, ['postgres:', 'postgresql:']) } : {}),
    ...(REDIS_URL ? { redisUrl: addressOf('REDIS_URL', REDIS_URL, ['redis:', 'rediss:']) } : {}),
    ...(SMTP_URL ? { smtpUrl: addressOf('SMTP_URL', SMTP_URL, ['smtp:', 'smtps:']) } : {}),
    mailFrom: env['MAIL_FROM'] || 'Plenum <plenum@example.test>',
    trustedProxies: proxiesOf(env['PLENUM_TRUSTED_PROXIES'] || ''),
    logLevel: env['LOG_LEVEL'] || 'info',
  };
}

function portOf(given: string): number {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > PORT_MAX) throw new SettingError(`PLENUM_PORT is to be a number from 0 to ${PORT_MAX}.`);
  return port;
}

function isSampleWanted(given: string): boolean {
  if (!['on', 'none', 'off'].includes(given)) throw new SettingError('PLENUM_SAMPLE is to be "on" or "none".');
  return given === 'on';
}

function proxiesOf(given: string): readonly string[] {
  const proxies = given
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (!proxies.every(isProxyEntry))
    throw new SettingError(
      'PLENUM_TRUSTED_PROXIES is to be addresses, networks (10.0.0.0/8), "loopback", "linklocal" or "uniquelocal", with commas between.',
    );
  return proxies;
}

/** The message shows no value: addresses carry passwords. */
function addressOf(name: string, given: string, schemes: readonly string[]): string {
  if (!URL.canParse(given) || !schemes.includes(new URL(given).protocol)) {
    throw new SettingError(`${name} is to be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`);
  }
  return given;
}
