import type { FastifyInstance } from 'fastify';
import { type FieldFault, MalformedError } from '@plenum/kernel';

const DEPTH_MAX = 32; // The deepest of our own requests has seven levels; what looks at them afterwards calls itself for each.

/**
 * The one gate for what every endpoint is sent: text that PostgreSQL can keep (no NUL) and that is text (no half of a pair of
 * surrogates), nested no deeper than anybody needs. Everything else is the request's own class to say.
 */
export function refuseIllFormed(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', async ({ body, query, params }) => {
    const faults = [body, query, params].map(faultIn).filter((fault) => fault !== undefined);
    if (faults.length > 0) throw new MalformedError(faults);
  });
}

/** The first fault, or undefined. Walks without calling itself: depth is what it guards against. */
export function faultIn(value: unknown): FieldFault | undefined {
  const waiting: { readonly value: unknown; readonly field: string; readonly depth: number }[] = [{ value, field: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: each, field, depth } = next;
    if (typeof each === 'string' && !isText(each)) return { field, reason: 'not-text' };
    if (typeof each !== 'object' || each === null || Buffer.isBuffer(each)) continue;
    if (depth > DEPTH_MAX) return { field: field.slice(0, FIELD_LENGTH_MAX), reason: 'too-deep' };
    for (const [name, inner] of Object.entries(each)) {
      const path = field === '' ? name : `${field}.${name}`;
      if (!isText(name)) return { field, reason: 'not-text' };
      waiting.push({ value: inner, field: path, depth: depth + 1 });
    }
  }
  return undefined;
}

const FIELD_LENGTH_MAX = 200;

const isText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
