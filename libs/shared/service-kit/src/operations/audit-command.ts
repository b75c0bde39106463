import { Database, type DatabaseOptions } from '@plenum/database';
import { verifyAuditChain } from '../audit/verify-audit-chain.js';

const CALLED = 'audit verify [--head ROWS:HASH]...';
const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/;

/** What PostgreSQL holds the service to; each true where it does not. */
const GUARDS = `
SELECT
    pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'audit_trail'::regclass), 'USAGE') AS owned,
    has_table_privilege('audit_trail', 'DELETE') OR has_table_privilege('audit_trail', 'TRUNCATE') OR has_column_privilege('audit_trail',
      'action', 'UPDATE')
      OR has_table_privilege('audit_heads', 'DELETE') OR has_table_privilege('audit_heads', 'TRUNCATE') AS writable,
    (SELECT count(*) FROM pg_trigger WHERE tgrelid IN ('audit_trail'::regclass, 'audit_heads'::regclass) AND NOT tgisinternal
      AND tgenabled IN ('O', 'A')) < 3 AS unguarded
`;
const WORDS = {
  owned: 'the service’s role owns the trail',
  writable: 'the service’s role may change or take away rows',
  unguarded: 'a trigger that guards the trail is off',
} as const;

/**
 * `audit verify`, the same in every service's `main.js`: follows the whole chain, looks for every head that was kept of it (in the
 * database, and those given, from a log or a bundle of evidence), and asks whether the database still guards it. Answers the lines to
 * print. @throws Error that says what is wrong
 */
export async function auditCommand(options: DatabaseOptions, args: readonly string[]): Promise<string[]> {
  const given = headsIn(args);
  const database = await Database.connect(options);
  try {
    return await verified(database, given);
  } finally {
    await database.onApplicationShutdown();
  }
}

async function verified(database: Database, given: readonly Kept[]): Promise<string[]> {
  const kept = await database.query<Kept>('SELECT position::int AS rows, hash FROM audit_heads ORDER BY day');
  const heads = new Map<number, string[]>();
  for (const { rows, hash } of [...kept, ...given]) heads.set(rows, [...(heads.get(rows) ?? []), hash]);
  const check = await verifyAuditChain(database, heads);
  if (!check.ok)
    throw new Error(
      check.fault === 'broken'
        ? `row ${check.position} of the trail does not follow the one before it`
        : `the head that was kept at row ${check.position} is not in the trail: rows were taken away or replaced`,
    );
  const [guards] = (await database.query<Record<keyof typeof WORDS, boolean>>(GUARDS)) as [Record<keyof typeof WORDS, boolean>];
  const open = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((guard) => guards[guard]);
  if (open.length > 0)
    throw new Error(`${check.rows} rows follow each other, but nothing keeps them so: ${open.map((guard) => WORDS[guard]).join(', ')}`);
  const [{ waiting }] = (await database.query<{ waiting: number }>(
    'SELECT count(*)::int AS waiting FROM audit_trail WHERE position IS NULL',
  )) as [{ waiting: number }];
  return [
    `${check.rows} rows follow each other; ${kept.length} heads kept by day and ${given.length} given are in the trail; ${waiting} rows wait to be sealed`,
    `head ${check.rows}:${check.head}`,
  ];
}

interface Kept {
  readonly rows: number;
  readonly hash: string;
}

function headsIn([word, ...options]: readonly string[]): Kept[] {
  if (word !== 'verify' || options.length % 2 > 0) throw new Error(CALLED);
  return options.flatMap((option, nth) => {
    if (nth % 2 === 0) {
      if (option !== '--head') throw new Error(CALLED);
      return [];
    }
    const [, rows = '', hash = ''] = HEAD.exec(option) ?? [];
    if (hash === '') throw new Error(CALLED);
    return [{ rows: Number(rows), hash }];
  });
}
