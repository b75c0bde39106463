import type { CivilDate } from '@plenum/calendar';
import type { Commitment, CommitmentInput, CommitmentStep } from '@plenum/proposals-domain';

/** A row of `commitments`. */
export interface CommitmentRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly proposal_id: string;
  readonly session_id: string;
  readonly round: number;
  readonly unit_id: string;
  readonly promise: string;
  readonly first_due_on: CivilDate;
  readonly due_on: CivilDate;
  readonly origin: Commitment['origin'];
  readonly state: Commitment['state'];
  readonly made_by: string;
  readonly made_at: Date;
  readonly version: number;
}

/** A row of `commitment_steps`. */
export interface StepRow {
  readonly commitment_id: string;
  readonly kind: CommitmentStep['kind'];
  readonly settlement: CommitmentStep['settlement'];
  readonly said: string | null;
  readonly link: string | null;
  readonly due_on: CivilDate | null;
  readonly by_member: string;
  readonly at: Date;
  readonly files: CommitmentStep['files'];
}

/** The promise that rows hold, its steps in their order. */
export const toCommitment = (row: CommitmentRow, steps: readonly StepRow[]): Commitment => ({
  id: row.id,
  organisationId: row.organisation_id,
  proposalId: row.proposal_id,
  sessionId: row.session_id,
  round: row.round,
  unitId: row.unit_id,
  promise: row.promise,
  firstDueOn: row.first_due_on,
  dueOn: row.due_on,
  origin: row.origin,
  state: row.state,
  steps: steps.filter(({ commitment_id: id }) => id === row.id).map(toStep),
  madeBy: row.made_by,
  madeAt: row.made_at,
  version: row.version,
});

const toStep = ({ said, due_on: dueOn, by_member: by, kind, settlement, link, files, at }: StepRow): CommitmentStep => ({
  kind,
  settlement,
  text: said,
  link,
  files,
  dueOn,
  by,
  at,
});

/** The columns of a promise and their values in the same order. */
export const columnsOfCommitment = (it: Commitment): readonly (readonly [column: string, value: unknown])[] => [
  ['id', it.id],
  ['organisation_id', it.organisationId],
  ['proposal_id', it.proposalId],
  ['session_id', it.sessionId],
  ['round', it.round],
  ['unit_id', it.unitId],
  ['promise', it.promise],
  ['first_due_on', it.firstDueOn],
  ['due_on', it.dueOn],
  ['origin', it.origin],
  ['state', it.state],
  ['made_by', it.madeBy],
  ['made_at', it.madeAt],
  ['version', it.version],
];

/** The values of a step, after its commitment and place. */
export const valuesOfStep = ({ kind, settlement, text, link, dueOn, by, at, files }: CommitmentStep): readonly unknown[] => [
  kind,
  settlement,
  text,
  link,
  dueOn,
  by,
  at,
  JSON.stringify(files),
];

/** What a figure looks at in one promise, as {@link PROMISED} reads it. */
export interface PromisedRow extends Omit<CommitmentInput, 'steps'> {
  readonly steps: readonly (Omit<CommitmentStep, 'at'> & { readonly at: string })[];
}

/** Of promises `k` their decisions alone: nothing else changes a figure. One that was imported is known from then on. */
export const PROMISED_COLUMNS = `k.unit_id AS "unitId", k.first_due_on AS "firstDueOn",
    greatest(k.made_at, (SELECT i.imported_at FROM imported_matters i WHERE i.proposal_id = k.proposal_id)) AS "madeAt",
    (SELECT coalesce(json_agg(
        json_build_object('kind', s.kind, 'settlement', s.settlement, 'at', s.at, 'dueOn', s.due_on) ORDER BY s.nth), '[]')
      FROM commitment_steps s WHERE s.commitment_id = k.id AND s.kind IN ('ACCEPTANCE', 'CARRY')) AS steps`;
export const PROMISED = `SELECT ${PROMISED_COLUMNS} FROM commitments k`;

/** That a promise `k` was made before this session (a parameter) of its organisation. */
export const promisedBefore = (session: string): string => `k.session_id IN (
  SELECT earlier.id FROM directory_sessions earlier JOIN directory_sessions asked
    ON asked.organisation_id = earlier.organisation_id AND (earlier.term_no, earlier.session_no) < (asked.term_no, asked.session_no)
  WHERE asked.id = ${session})`;

/** A promise as the figures look at it. */
export const toPromised = <R extends PromisedRow>({ steps, ...row }: R) => ({
  ...row,
  steps: steps.map((step): CommitmentStep => ({ ...step, at: new Date(step.at) })),
});
