import { randomUUID } from 'node:crypto';
import type { RatedMatter } from '@plenum/proposals-domain';
import type { Stage } from './stage.js';

/** A matter as its summary has it, and how the last reply of each of its units was rated. */
export interface KeptMatter extends RatedMatter {
  readonly proposalId: string;
}

const EACH = 'jsonb_array_elements($1::jsonb) AS k';
const EACH_HANDLING = `${EACH}, jsonb_array_elements(k -> 'handlings') AS h`;
const text = (name: string, of = 'k'): string => `${of} ->> '${name}'`;
const uuid = (name: string, of = 'k'): string => `(${text(name, of)})::uuid`;
const LEAD = uuid('leadProposerId', "k -> 'matter'");

const KEEP = [
  `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, submitted_at, late,
      created_at, text_by, text_at, version)
    SELECT ${uuid('proposalId')}, ${uuid('organisationId')}, ${uuid('sessionId')}, ${uuid('callId')}, ${LEAD}, 's', 'g', 'm',
      CASE WHEN (k -> 'matter' -> 'closed')::boolean THEN 'CLOSED' ELSE 'SUBMITTED' END, now(), false,
      now(), ${LEAD}, now(), 1 FROM ${EACH}`,
  `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
    SELECT ${uuid('id', 'h')}, ${uuid('proposalId')}, ${uuid('unitId', 'h')}, '{}', 'RATED', ${LEAD}, now(), 1 FROM ${EACH_HANDLING}`,
  // A first reply that was found dissatisfactory: only how the last was rated counts.
  `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue)
    SELECT ${uuid('id', 'h')}, round, 't', 'SOLVED', 'ONLINE', ${LEAD}, now(), false FROM ${EACH_HANDLING}, generate_series(1, 2) AS round`,
  `INSERT INTO ratings (handling_id, round, attitude, result, rated_by, rated_at)
    SELECT ${uuid('id', 'h')}, 1, 'DISSATISFIED', 'DISSATISFIED', ${LEAD}, now() FROM ${EACH_HANDLING}
    UNION ALL SELECT ${uuid('id', 'h')}, 2, r ->> 'attitude', r ->> 'result', ${LEAD}, now()
    FROM ${EACH_HANDLING}, jsonb_array_elements(k -> 'ratings') AS r WHERE ${text('unitId', 'r')} = ${text('unitId', 'h')}`,
  `INSERT INTO matters (proposal_id, organisation_id, session_id, changed_at, matter, particulars)
    SELECT ${uuid('proposalId')}, ${uuid('organisationId')}, ${uuid('sessionId')}, now() - interval '1 hour', k -> 'matter',
      '{"subject":"s","docketNo":null,"names":{}}' FROM ${EACH}`,
];

/** Writes matters as they would stand after all that the figures know of them: many of them at the price of a few statements. */
export async function keepMatters(
  { database, organisationId }: Stage,
  under: { readonly sessionId: string; readonly callId: string },
  kept: readonly KeptMatter[],
): Promise<void> {
  const rows = kept.map((one) => {
    const handlings = one.matter.units.map(({ unitId }) => ({ id: randomUUID(), unitId }));
    return { ...one, organisationId, ...under, handlings };
  });
  for (const sql of KEEP) await database.query(sql, [JSON.stringify(rows)]);
}
