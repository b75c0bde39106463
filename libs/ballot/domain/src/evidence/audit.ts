import { Input } from '../counting/input.js';
import { canonicalJson, type Json } from '../json.js';
import type { EvidenceBallot } from './evidence.js';

/** What one row of the audit trail says of the ballot. */
export interface AuditRow {
  readonly at: string;
  readonly organisationId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: Json | null;
  readonly after: Json | null;
}

/** The part of the audit chain that holds every row of the ballot: these whole, of others the hash of what they say. */
export interface AuditPart {
  readonly first: number;
  readonly previous: string;
  readonly head: string;
  readonly links: readonly (readonly (string | null)[] | string)[];
}

/** How long the whole chain of the service was when the evidence was made, and the hash of its last row. */
export interface AuditHeadPart {
  readonly rows: number;
  readonly hash: string;
}

/** Reads the head of the chain. @throws MalformedError with the faulty field */
export function readAuditHeadPart(value: unknown): AuditHeadPart {
  const { rows, hash } = new Input(value).fields(['rows', 'hash']);
  return { rows: rows.whole(1, Number.MAX_SAFE_INTEGER), hash: readHash(hash) };
}

/** Whether a chain with this head can hold these links: it is longer than they are, or ends with them. */
export function isHeadOf({ rows, hash }: AuditHeadPart, { first, head, links }: AuditPart): boolean {
  const last = first + links.length - 1;
  return rows > last || (rows === last && hash === head);
}

const LINKS_MAX = 10_000_000;

/** Reads the audit part. @throws MalformedError with the faulty field */
export function readAuditPart(value: unknown): AuditPart {
  const { first, previous, head, links } = new Input(value).fields(['first', 'previous', 'head', 'links']);
  return {
    first: first.whole(1, Number.MAX_SAFE_INTEGER),
    previous: readHash(previous),
    head: readHash(head),
    links:
      (value as { links: readonly unknown[] }).links.length > LINKS_MAX
        ? links.refuse('too-many')
        : links.filledList().map((link, nth) => readLink(link, (value as { links: readonly unknown[] }).links[nth])),
  };
}

/** Follows the chain from link to link. @returns the ballot's rows, or null where the links do not lead to the head */
export function followAudit({ previous, head, links }: AuditPart, sha256: (text: string) => string): readonly AuditRow[] | null {
  let hash = previous;
  for (const link of links) hash = sha256(`${hash}${typeof link === 'string' ? link : sha256(JSON.stringify(link))}`);
  if (hash !== head) return null;
  return links.filter((link) => typeof link !== 'string').map(toRow);
}

/** What every ballot's rows must tell once it is signed. */
const TOLD = ['state', 'rules', 'choices', 'officers', 'roll', 'present', 'issued', 'reconciliation', 'signatures'] as const;

/** The first thing in which the rows and the ballot disagree, by name; null where they agree. */
export function auditFault(ballot: EvidenceBallot, rows: readonly AuditRow[]): string | null {
  if (rows.some(({ subject, organisationId }) => subject !== `ballot/${ballot.id}` || organisationId !== ballot.organisationId))
    return 'subject';
  if (rows[0]?.before !== null) return 'beginning';
  const leap = rows.findIndex((row, nth) => nth > 0 && row.before?.['state'] !== rows[nth - 1]?.after?.['state']);
  if (leap > 0) return 'state';
  const told: Json = Object.assign({}, ...rows.map(({ after }) => after ?? {})) as Json;
  const names = [...new Set<string>([...TOLD, ...Object.keys(told)])];
  return (
    names.find((name) =>
      name in told ? canonicalJson(told[name]) !== canonicalJson(ballot.kept[name] ?? null) : ballot.kept[name] !== null,
    ) ?? null
  );
}

const HASH = /^[0-9a-f]{64}$/;
const CONTENT_FIELDS = 10;

function readHash(input: Input): string {
  const text = input.text();
  return HASH.test(text) ? text : input.refuse('not-a-hash');
}

function readLink(input: Input, value: unknown): string | readonly (string | null)[] {
  if (!Array.isArray(value)) return readHash(input);
  const fields = input.list().map((field) => field.orNull((given) => given.text()));
  return fields.length === CONTENT_FIELDS ? fields : input.refuse('not-a-row');
}

function toRow(link: readonly (string | null)[]): AuditRow {
  const [, at, organisationId, , action, kind, id, before, after] = link;
  return {
    at: at ?? '',
    organisationId: organisationId ?? null,
    action: action ?? '',
    subject: `${kind ?? ''}/${id ?? ''}`,
    before: jsonOf(before),
    after: jsonOf(after),
  };
}

const jsonOf = (text: string | null | undefined): Json | null => (text ? (JSON.parse(text) as Json) : null);
