import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { LocalServerError } from '../local-server-error.js';
import { isOpenToOthers, type PostgresPrograms } from './postgres.programs.js';

const run = promisify(execFile);

/** Whom PostgreSQL runs as: it refuses to be root. `wrap` puts the needed words before a command. */
export interface Identity {
  readonly uid?: number;
  readonly gid?: number;
  wrap(program: string, args: readonly string[]): { program: string; args: readonly string[] };
}

const ITSELF: Identity = { wrap: (program, args) => ({ program, args }) };

// User 1 is in every Linux passwd file (initdb looks its own name up); outside the namespace it is still root, so that
// no user is made and the data stays readable in folders that only root may enter.
const NAMESPACE = ['--user', '--map-user=1', '--map-group=1', '--'];
const IN_NAMESPACE: Identity = { wrap: (program, args) => ({ program: 'unshare', args: [...NAMESPACE, program, ...args] }) };

const NOBODY = 65534;
const AS_NOBODY: Identity = { uid: NOBODY, gid: NOBODY, wrap: (program, args) => ({ program, args }) };

/** Directly for a normal user; for root in a user namespace, and where the kernel forbids those, as `nobody`. */
export async function postgresIdentity(programs: PostgresPrograms, cluster: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return ITSELF;
  const hasNamespaces = await run('unshare', [...NAMESPACE, 'true']).then(
    () => true,
    () => false,
  );
  if (hasNamespaces) return IN_NAMESPACE;
  if ((await isOpenToOthers(path.dirname(programs.postgres))) && (await isOpenToOthers(path.resolve(cluster, '..', '..'))))
    return AS_NOBODY;
  throw new LocalServerError(
    'not-permitted',
    'PostgreSQL refuses to run as root, this machine has no user namespaces, and others may not enter the checkout or the data folder: start Plenum as a normal user, or point DATABASE_URL at a server of yours.',
  );
}
