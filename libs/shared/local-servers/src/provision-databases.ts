import { Client, escapeIdentifier, escapeLiteral } from 'pg';

const SERVICE_NAME = /^[a-z][a-z0-9_]{0,40}$/;

/**
 * One database and one role per service, both `plenum_<service>`; the role owns its database and no other role may even connect
 * to it. May be repeated: what exists stays, passwords become the given ones. `adminUrl` is of somebody who may create both.
 * @returns each service's own address
 */
export async function provisionDatabases<S extends string>(adminUrl: string, services: readonly S[], passwords: Readonly<Record<S, string>>): Promise<Record<S, string>> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const urls = {} as Record<S, string>;
    for (const service of services) {
      if (!SERVICE_NAME.test(service)) throw new TypeError(`"${service}" cannot name a database.`);
      const name = `plenum_${service}`;
      await ensureRole(admin, name, passwords[service]);
      await ensureDatabase(admin, name);
      urls[service] = urlFor(adminUrl, name, passwords[service]);
    }
    return urls;
  } finally {
    await admin.end();
  }
}

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

async function ensureDatabase(admin: Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  const quoted = escapeIdentifier(name);
  if (!rowCount) await admin.query(`CREATE DATABASE ${quoted} OWNER ${quoted}`);
  await admin.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
}

function urlFor(adminUrl: string, name: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = name;
  url.password = encodeURIComponent(password);
  url.pathname = `/${name}`;
  return url.toString();
}
