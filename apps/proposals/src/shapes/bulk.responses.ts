import type { Problem } from '@plenum/contracts';
import { toProblem } from '@plenum/service-kit';
import { ProposalVersionAnswer } from './proposal.responses.js';
import type { VersionedItemRequest } from './bulk.requests.js';

/** Why one of many was refused. */
export class ItemProblemAnswer {
  /** The stable code of the refusal. */
  type!: string;
  /** What the refusal is about. */
  details?: Record<string, unknown>;
}

/** What became of one of many: where it stands now, or why nothing was changed. */
export class ItemResultAnswer {
  proposalId!: string;
  done!: ProposalVersionAnswer | null;
  problem!: ItemProblemAnswer | null;
}

/** What became of each, in the order in which they were named. */
export class BulkAnswer {
  results!: ItemResultAnswer[];
}

/**
 * Acts on each by itself and one after the other: one that is refused, or fails, changes nothing and keeps no other from it. Tells of a
 * fault what it tells of one alone, which is nothing but that it was one; `noted` hears of it.
 */
export async function oneByOne(
  items: readonly VersionedItemRequest[],
  act: (item: VersionedItemRequest) => Promise<ProposalVersionAnswer>,
  noted: (fault: unknown) => void,
): Promise<BulkAnswer> {
  const results: ItemResultAnswer[] = [];
  for (const item of items) {
    const { proposalId } = item;
    const result = await act(item).then(
      (done) => ({ proposalId, done, problem: null }),
      (error: unknown) => {
        const { problem, level } = toProblem(error, '');
        if (level === 'error') noted(error);
        return { proposalId, done: null, problem: itemProblem(problem) };
      },
    );
    results.push(result);
  }
  return { results };
}

const itemProblem = ({ type, details }: Problem): ItemProblemAnswer => ({
  type,
  ...(details ? { details: details as Record<string, unknown> } : {}),
});
