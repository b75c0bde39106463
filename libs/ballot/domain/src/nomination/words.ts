/** Who proposes a candidate: a delegation, delegates together, the outgoing committee (上届委员会), the higher union (上级工会). */
export const PROPOSERS = ['delegation', 'delegates', 'outgoing-committee', 'higher-union'] as const;
export type ProposerKind = (typeof PROPOSERS)[number];

/**
 * How a nominee stands: put forward; declined by the nominee; removed by an upheld objection; or left behind by the primary (预选).
 * Only who is put forward comes onto the paper.
 */
export const NOMINEE_STATUSES = ['put-forward', 'declined', 'removed', 'left-behind'] as const;
export type NomineeStatus = (typeof NOMINEE_STATUSES)[number];
