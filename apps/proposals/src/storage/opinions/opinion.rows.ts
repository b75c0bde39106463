import type { CivilDate } from '@plenum/calendar';
import type { Opinion, OpinionPublication, OpinionStep } from '@plenum/proposals-domain';

/** A row of `opinions`. */
export interface OpinionRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly suggester_id: string;
  readonly year: number;
  readonly nth: number;
  readonly subject: string;
  readonly said: string;
  readonly state: Opinion['state'];
  readonly round: number;
  readonly unit_id: string | null;
  readonly due_on: CivilDate | null;
  readonly due_period: Opinion['duePeriod'];
  readonly published: Omit<OpinionPublication, 'at'> | null;
  readonly published_at: Date | null;
  readonly suggested_at: Date;
  readonly version: number;
}

/** A row of `opinion_steps`. */
export interface OpinionStepRow {
  readonly kind: OpinionStep['kind'];
  readonly outcome: OpinionStep['outcome'];
  readonly said: string | null;
  readonly unit_id: string | null;
  readonly due_on: CivilDate | null;
  readonly helped: boolean | null;
  readonly by_member: string;
  readonly at: Date;
}

/** The opinion that rows hold, its steps in their order. */
export const toOpinion = (row: OpinionRow, steps: readonly OpinionStepRow[]): Opinion => ({
  id: row.id,
  organisationId: row.organisation_id,
  suggesterId: row.suggester_id,
  number: { year: row.year, nth: row.nth },
  subject: row.subject,
  text: row.said,
  state: row.state,
  round: row.round,
  unitId: row.unit_id,
  dueOn: row.due_on,
  duePeriod: row.due_period,
  steps: steps.map(({ said: text, unit_id: unitId, due_on: dueOn, by_member: by, kind, outcome, helped, at }) => ({
    kind,
    outcome,
    text,
    unitId,
    dueOn,
    helped,
    by,
    at,
  })),
  publication: row.published && { ...row.published, at: row.published_at! },
  suggestedAt: row.suggested_at,
  version: row.version,
});

/** The columns of an opinion and their values in the same order. */
export const columnsOfOpinion = (it: Opinion): readonly (readonly [column: string, value: unknown])[] => [
  ['id', it.id],
  ['organisation_id', it.organisationId],
  ['suggester_id', it.suggesterId],
  ['year', it.number.year],
  ['nth', it.number.nth],
  ['subject', it.subject],
  ['said', it.text],
  ['state', it.state],
  ['round', it.round],
  ['unit_id', it.unitId],
  ['due_on', it.dueOn],
  ['due_period', it.duePeriod && JSON.stringify(it.duePeriod)],
  ['published', it.publication && JSON.stringify({ ...it.publication, at: undefined })],
  ['published_at', it.publication?.at ?? null],
  ['suggested_at', it.suggestedAt],
  ['version', it.version],
];

/** The values of a step, after its opinion and place. */
export const valuesOfOpinionStep = ({ kind, outcome, text, unitId, dueOn, helped, by, at }: OpinionStep): readonly unknown[] => [
  kind,
  outcome,
  text,
  unitId,
  dueOn,
  helped,
  by,
  at,
];
