import type { Queryable, Transaction } from '@plenum/database';
import type { Proposal, ReviewStep } from '@plenum/proposals-domain';

const COLUMNS = `body, met_on AS "metOn", present, concerned, opinion, outcome, decides, reason, entered_by AS by, entered_at AS at`;
const OF_PROPOSAL = `SELECT ${COLUMNS} FROM review_steps WHERE proposal_id = $1 ORDER BY position`;
const ADD = `
INSERT INTO review_steps (proposal_id, position, body, met_on, present, concerned, opinion, outcome, decides, reason, entered_by,
  entered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
`;

/** What the meetings found about a proposal, the first first; of one that was never handed in there is nothing to ask for. */
export async function reviewStepsOf(
  from: Queryable,
  { id, submitted_at }: { readonly id: string; readonly submitted_at: Date | null },
): Promise<readonly ReviewStep[]> {
  return submitted_at === null ? [] : from.query<ReviewStep>(OF_PROPOSAL, [id]);
}

/** Adds the steps that a change took; those before stay as they were. */
export async function addReviewSteps(tx: Transaction, { id, reviewSteps }: Proposal, before: Pick<Proposal, 'reviewSteps'>): Promise<void> {
  for (const [position, step] of [...reviewSteps.entries()].slice(before.reviewSteps.length)) {
    const { body, metOn, present, concerned, opinion, outcome, decides, reason, by, at } = step;
    await tx.query(ADD, [id, position + 1, body, metOn, present, concerned, opinion, outcome, decides, reason, by, at]);
  }
}
