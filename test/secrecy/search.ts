import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type House, SERVICES } from '../lib/house.js';
import type { Outside } from './outside.js';

/**
 * Everywhere in a house where a text stands: `ballot.ballot_sheets` for a table, `redis` with the kind of key, `log congress.log`, `mail`;
 * and what it told `outside`, where that is looked at.
 * Found as it is, and written in hexadecimal or base64, as bytes in a column or a wrapped payload would be.
 */
export async function placesOf(house: House, text: string, outside?: Outside): Promise<readonly string[]> {
  const forms = formsOf(text);
  const [tables, queued, written] = [await tablesWith(house, forms), await redisText(house), await files(house)];
  const elsewhere = [...queued, ...written, ...(outside?.read() ?? []), ['mail', JSON.stringify(await house.mails())] as const];
  return [...tables, ...elsewhere.filter(([, content]) => forms.some((form) => content.includes(form))).map(([place]) => place)].sort();
}

/** Rows of every table of every service, and what Redis holds, that name a person: `table: row`, sorted. */
export async function rowsAbout(house: House, names: readonly string[]): Promise<readonly string[]> {
  const rows = await askEveryTable(
    house,
    (table) =>
      `
        SELECT '${table}' AS place, t::text AS row
        FROM ${table} t
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS name WHERE strpos(t::text, name) > 0)
      `,
    [names],
  );
  const queued = (await redisText(house)).filter(([, content]) => names.some((name) => content.includes(name)));
  return [...rows.map(({ place, row }) => `${place}: ${row}`), ...queued.map(([place, content]) => `${place}: ${content}`)].sort();
}

/** Tables in which both texts stand in one row. */
export async function rowsWithBoth(house: House, one: string, other: string): Promise<readonly string[]> {
  const found = await askEveryTable(
    house,
    (table) =>
      `
        SELECT '${table}' AS place, '' AS row
        WHERE EXISTS (SELECT FROM ${table} t WHERE strpos(t::text, $1) > 0 AND strpos(t::text, $2) > 0)
      `,
    [one, other],
  );
  return found.map(({ place }) => place);
}

async function tablesWith(house: House, forms: readonly string[]): Promise<string[]> {
  const found = await askEveryTable(
    house,
    (table) =>
      `
        SELECT '${table}' AS place, '' AS row
        WHERE EXISTS (SELECT FROM ${table} t, unnest($1::text[]) AS form WHERE strpos(t::text, form) > 0)
      `,
    [forms],
  );
  return found.map(({ place }) => place);
}

/** Asks the same of all tables of all services. @returns the rows, their places with the name of the service */
async function askEveryTable(
  house: House,
  question: (table: string) => string,
  values: readonly unknown[],
): Promise<readonly { readonly place: string; readonly row: string }[]> {
  const answers = await Promise.all(
    SERVICES.map(async (service) => {
      const client = await house.databaseClient(service);
      try {
        const { rows: tables } = await client.query<{ name: string }>(
          `
            SELECT quote_ident(table_name) AS name
            FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
            ORDER BY 1
          `,
        );
        const { rows } = await client.query<{ place: string; row: string }>(tables.map(({ name }) => question(name)).join(' UNION ALL '), [
          ...values,
        ]);
        return rows.map(({ place, row }) => ({ place: `${service}.${place}`, row }));
      } finally {
        await client.end();
      }
    }),
  );
  return answers.flat();
}

/** All of Redis, key by key, as text; a place is named by the key without what makes it one of many. */
async function redisText(house: House): Promise<readonly (readonly [place: string, content: string])[]> {
  const redis = new Redis(await house.redisUrl());
  try {
    const texts: (readonly [string, string])[] = [];
    for (const key of await redis.keys('*')) {
      const read: Record<string, () => Promise<unknown>> = {
        string: () => redis.get(key),
        hash: () => redis.hgetall(key),
        list: () => redis.lrange(key, 0, -1),
        set: () => redis.smembers(key),
        zset: () => redis.zrange(key, '0', '-1'),
        stream: () => redis.xrange(key, '-', '+'),
      };
      const type = await redis.type(key);
      texts.push([`redis ${key.split(':').slice(0, 2).join(':')}`, `${key} ${JSON.stringify(await read[type]?.())}`]);
    }
    return texts;
  } finally {
    redis.disconnect();
  }
}

/** Everything that services and servers write into their logs; also PostgreSQL's, in which a failed statement would stand. */
async function files(house: House): Promise<readonly (readonly [place: string, content: string])[]> {
  const folder = join(house.dataFolder, 'logs');
  return Promise.all((await readdir(folder)).map(async (name) => [`log ${name}`, await readFile(join(folder, name), 'utf8')] as const));
}

/** The text itself, and what of it would be seen if it stood in hexadecimal or base64, at whatever place of a longer text. */
function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return padded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [...new Set([text, JSON.stringify(text).slice(1, -1), bytes.toString('hex'), ...base64])];
}
