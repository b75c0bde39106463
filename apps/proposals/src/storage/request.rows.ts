import type { CivilDate } from '@plenum/calendar';
import type { Party, Request } from '@plenum/proposals-domain';
import type { StoredJson } from './parts/stored-json.js';

/** A row of `requests`. */
export interface RequestRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly proposal_id: string;
  readonly handling_id: string | null;
  readonly kind: Request['kind'];
  readonly state: Request['state'];
  readonly batch_id: string;
  readonly concerns: readonly string[];
  readonly owed_by: Party;
  readonly due_on: CivilDate | null;
  readonly asked: Omit<Request['asked'], 'at'> & { readonly at: string };
  readonly answered: StoredJson<Request['answered']>;
  readonly version: number;
}

/** The request that a row holds. */
export function toRequest(row: RequestRow): Request {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    proposalId: row.proposal_id,
    handlingId: row.handling_id,
    kind: row.kind,
    state: row.state,
    batchId: row.batch_id,
    concerns: row.concerns,
    owedBy: row.owed_by,
    dueOn: row.due_on,
    asked: { ...row.asked, at: new Date(row.asked.at) },
    answered: row.answered && { ...row.answered, at: new Date(row.answered.at) },
    version: row.version,
  };
}

/** The columns of a request, and their values in the same order. */
export function columnsOfRequest(request: Request): readonly (readonly [column: string, value: unknown])[] {
  return [
    ['id', request.id],
    ['organisation_id', request.organisationId],
    ['proposal_id', request.proposalId],
    ['handling_id', request.handlingId],
    ['kind', request.kind],
    ['state', request.state],
    ['batch_id', request.batchId],
    ['concerns', request.concerns],
    ['owed_by', JSON.stringify(request.owedBy)],
    ['due_on', request.dueOn],
    ['asked', JSON.stringify(request.asked)],
    ['answered', request.answered && JSON.stringify(request.answered)],
    ['version', request.version],
  ];
}
