import { Client, escapeIdentifier, escapeLiteral } from 'pg';

const SERVICE_NAME = /^[a-z][a-z0-9_]{0,40}$/;

/** A service's two roles, or something of each: `service` works in the database, `migration` owns it and everything in it. */
export interface OfBothRoles<T> {
  readonly service: T;
  readonly migration: T;
}

/**
 * A database and two roles per service, `plenum_<service>` and `plenum_<service>_owner`; the second owns the database, the first may do
 * what migrations grant it, and nobody else may even connect. May be repeated: what exists stays, passwords become the given ones, and what
 * a service's own role once owned is the owner's. `adminUrl` is of somebody who may create both.
 * @returns the addresses of each service's roles
 */
export async function provisionDatabases<S extends string>(
  adminUrl: string,
  services: readonly S[],
  passwords: Readonly<Record<S, OfBothRoles<string>>>,
): Promise<Record<S, OfBothRoles<string>>> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const urls = {} as Record<S, OfBothRoles<string>>;
    for (const service of services) {
      if (!SERVICE_NAME.test(service)) throw new TypeError(`"${service}" cannot name a database.`);
      const [name, owner] = [`plenum_${service}`, ownerOf(`plenum_${service}`)];
      await ensureRole(admin, name, passwords[service].service);
      await ensureRole(admin, owner, passwords[service].migration);
      await ensureDatabase(admin, adminUrl, name);
      urls[service] = {
        service: urlFor(adminUrl, name, name, passwords[service].service),
        migration: urlFor(adminUrl, name, owner, passwords[service].migration),
      };
    }
    return urls;
  } finally {
    await admin.end();
  }
}

const ownerOf = (name: string): string => `${name}_owner`;

async function ensureRole(admin: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${escapeIdentifier(name)} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(password)}`);
  const { rows } = await admin.query<{ isSuper: boolean }>('SELECT rolsuper AS "isSuper" FROM pg_roles WHERE rolname = current_user');
  // An administrator who is no superuser (a managed server) may give a database only to a role it belongs to.
  if (!rows[0]?.isSuper) await admin.query(`GRANT ${escapeIdentifier(name)} TO CURRENT_USER`);
  // After the opening of a sealed ballot old pages of the log are to be used again soon.
  else await admin.query(`GRANT pg_checkpoint TO ${escapeIdentifier(name)}`);
}

async function ensureDatabase(admin: Client, adminUrl: string, name: string): Promise<void> {
  const { rows } = await admin.query<{ owner: string }>('SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1', [
    name,
  ]);
  const [quoted, owner] = [escapeIdentifier(name), escapeIdentifier(ownerOf(name))];
  if (!rows[0]) await admin.query(`CREATE DATABASE ${quoted} OWNER ${owner}`);
  else if (rows[0].owner === name) await handOver(adminUrl, name);
  await admin.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${quoted} TO ${quoted}`);
}

/** A database of before: its tables, and itself, become the owner's. */
async function handOver(adminUrl: string, name: string): Promise<void> {
  const inside = new Client({ connectionString: Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString() });
  await inside.connect();
  try {
    await inside.query(`REASSIGN OWNED BY ${escapeIdentifier(name)} TO ${escapeIdentifier(ownerOf(name))}`);
  } finally {
    await inside.end();
  }
}

function urlFor(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.toString();
}
