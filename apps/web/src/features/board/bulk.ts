import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';
import type { ProposalRow } from '../../api/shapes.js';
import type { Decision, Routing } from './committee.js';

/** What became of many, with the subject of each. */
export type BulkOutcome = readonly (components['schemas']['ItemResultAnswer'] & { readonly subject: string })[];

const itemsOf = (rows: readonly ProposalRow[]) => rows.map(({ id, version }) => ({ proposalId: id, version }));

const namedBy =
  (rows: readonly ProposalRow[]) =>
  ({ results }: components['schemas']['BulkAnswer']): BulkOutcome =>
    results.map((result) => ({ ...result, subject: rows.find(({ id }) => id === result.proposalId)?.subject ?? '' }));

/** Decides on many alike, each as it was read. */
export const reviewMany = (rows: readonly ProposalRow[], decision: Decision) =>
  answer(proposals.POST('/api/proposals/proposals/reviews', { body: { ...decision, items: itemsOf(rows) } })).then(namedBy(rows));

/** Routes many to the same units, each as it was read. */
export const assignMany = (rows: readonly ProposalRow[], routing: Routing) =>
  answer(proposals.POST('/api/proposals/proposals/assignments', { body: { ...routing, items: itemsOf(rows) } })).then(namedBy(rows));
