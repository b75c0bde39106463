import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type CarryOverFigures, type CommitmentInput, type Cutoff, carryOver, standing } from '@plenum/proposals-domain';
import { calendarOf } from '../storage/proposal.rows.js';
import type { MatterScope } from './session-matters.js';

/** A promise that stands, as a report tells it: of a confidential matter without what was promised. */
export interface PromiseTold {
  readonly docketNo: string | null;
  readonly promise: string | null;
  /** The name of the unit as it was; null where nobody kept it. */
  readonly unit: string | null;
  readonly owedBy: string;
}

/** What earlier sessions promised: with it a report opens. */
export interface PromisesCarriedOver {
  readonly figures: CarryOverFigures;
  readonly standing: readonly PromiseTold[];
}

interface PromiseRow extends Omit<CommitmentInput, 'steps'>, Omit<PromiseTold, 'owedBy'> {
  readonly steps: readonly (Omit<CommitmentInput['steps'][number], 'at'> & { readonly at: string })[];
}

/** The decisions on each promise alone: nothing else changes a figure. One that was imported is known from then on. */
const PROMISES = `SELECT k.unit_id AS "unitId", k.first_due_on AS "firstDueOn", greatest(k.made_at, brought.imported_at) AS "madeAt",
    p.docket_no AS "docketNo", CASE WHEN p.confidential IS NULL THEN k.promise END AS promise,
    coalesce((SELECT f.names ->> k.unit_id::text FROM facts f WHERE f.proposal_id = k.proposal_id AND f.at <= $3
      AND f.names ? k.unit_id::text ORDER BY f.position DESC LIMIT 1), brought.unit) AS unit,
    (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'settlement', s.settlement, 'dueOn', s.due_on, 'at', s.at)
        ORDER BY s.nth), '[]')
      FROM commitment_steps s WHERE s.commitment_id = k.id AND s.kind IN ('ACCEPTANCE', 'CARRY')) AS steps
  FROM commitments k JOIN proposals p ON p.id = k.proposal_id LEFT JOIN imported_matters brought ON brought.proposal_id = k.proposal_id
  WHERE k.organisation_id = $2`;
const IN_ORDER = 'ORDER BY p.docket_no, k.first_due_on, k.id';
const OF_SESSION = 'AND k.session_id = $1';
const OF_EARLIER = `AND k.session_id IN (SELECT earlier.id FROM directory_sessions earlier JOIN directory_sessions asked
  ON asked.organisation_id = earlier.organisation_id AND (earlier.term_no, earlier.session_no) < (asked.term_no, asked.session_no)
  WHERE asked.id = $1)`;

/** What became of promises by a cut-off: the same when made again for it, whatever happened since. */
@Injectable()
export class CarriedPromises {
  constructor(private readonly directory: Directory) {}

  /** Of a session's own promises. */
  async of(from: Queryable, scope: MatterScope): Promise<CarryOverFigures> {
    return carryOver(await promises(from, OF_SESSION, scope), await this.until(from, scope));
  }

  /** Of those of all sessions before it, and which of them stand. */
  async before(from: Queryable, scope: MatterScope): Promise<PromisesCarriedOver> {
    const [made, until] = [await promises(from, OF_EARLIER, scope), await this.until(from, scope)];
    const told = standing(made, until).map(({ docketNo, promise, unit, owedBy }) => ({ docketNo, promise, unit, owedBy }));
    return { figures: carryOver(made, until), standing: told };
  }

  private async until(from: Queryable, { organisationId, cutOff }: MatterScope): Promise<Cutoff> {
    const calendar = calendarOf(await this.directory.calendar(from, organisationId));
    return { on: calendar.dayOf(new Date(cutOff.getTime() - 1)), endsAt: cutOff };
  }
}

async function promises(from: Queryable, which: string, { sessionId, organisationId, cutOff }: MatterScope) {
  const rows = await from.query<PromiseRow>(`${PROMISES} ${which} ${IN_ORDER}`, [sessionId, organisationId, cutOff]);
  return rows.map((row) => ({ ...row, steps: row.steps.map((step) => ({ ...step, at: new Date(step.at) })) }));
}
