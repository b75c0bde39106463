import type { Ending, EscalationMeeting, Handling, Instruction, Rating, Reply, Silence } from '@plenum/proposals-domain';
import type { StoredJson } from './stored-json.js';

/** A row of `handlings`, with its replies. */
export interface HandlingRow {
  readonly id: string;
  readonly proposal_id: string;
  readonly lead_unit_id: string;
  readonly assisting_unit_ids: readonly string[];
  readonly state: Handling['state'];
  readonly assigned_by: string;
  readonly assigned_at: Date;
  readonly instruction: Instruction | null;
  /** Of `deadlines`: the reply of the round under way, or of the last one. */
  readonly due: Handling['due'];
  /** The same of the talk with the proposer that is still owed. */
  readonly contact_due: Handling['contactDue'];
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: Date | null;
  readonly asked: Handling['asked'];
  readonly outcome: Ending['outcome'];
  readonly ending_reason: string | null;
  readonly ended_by: string | null;
  readonly ended_at: Date | null;
  readonly replies: readonly StoredJson<Reply>[];
  /** Of `deadlines`: who still owes the rating of the latest reply. */
  readonly asked_to_rate: readonly string[] | null;
  readonly silence: SilenceRow | null;
  readonly meeting: StoredJson<EscalationMeeting> | null;
  readonly version: number;
}

/** A row of `silences`, as the row of its handling has it. */
interface SilenceRow extends Pick<Silence, 'round' | 'policy'> {
  readonly at: string;
  readonly text: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: string | null;
}

/** The handling that a row holds. */
export function toHandling(row: HandlingRow): Handling {
  const { acknowledged_by, acknowledged_at, ended_by, ended_at } = row;
  return {
    id: row.id,
    proposalId: row.proposal_id,
    leadUnitId: row.lead_unit_id,
    assistingUnitIds: row.assisting_unit_ids,
    state: row.state,
    assigned: { by: row.assigned_by, at: row.assigned_at },
    instruction: row.instruction,
    due: row.due,
    contactDue: row.contact_due,
    acknowledged: acknowledged_by !== null && acknowledged_at !== null ? { by: acknowledged_by, at: acknowledged_at } : null,
    asked: row.asked,
    replies: row.replies.map((reply) => ({ ...reply, at: new Date(reply.at) })),
    askedToRate: row.asked_to_rate,
    silence: row.silence && toSilence(row.silence),
    meeting: row.meeting && { ...row.meeting, at: new Date(row.meeting.at) },
    ending: ended_by !== null && ended_at !== null ? { outcome: row.outcome, reason: row.ending_reason, by: ended_by, at: ended_at } : null,
    version: row.version,
  };
}

function toSilence({ round, policy, at, text, explainedBy, explainedAt }: SilenceRow): Silence {
  const isExplained = text !== null && explainedBy !== null && explainedAt !== null;
  return { round, policy, at: new Date(at), explanation: isExplained ? { text, by: explainedBy, at: new Date(explainedAt) } : null };
}

/** The columns of a handling, and their values in the same order; its replies and what is owed by when have tables of their own. */
export function handlingColumns(handling: Handling): readonly (readonly [column: string, value: unknown])[] {
  const { assigned, acknowledged, ending } = handling;
  return [
    ['id', handling.id],
    ['proposal_id', handling.proposalId],
    ['lead_unit_id', handling.leadUnitId],
    ['assisting_unit_ids', handling.assistingUnitIds],
    ['state', handling.state],
    ['assigned_by', assigned.by],
    ['assigned_at', assigned.at],
    ['instruction', handling.instruction && JSON.stringify(handling.instruction)],
    ['acknowledged_by', acknowledged?.by ?? null],
    ['acknowledged_at', acknowledged?.at ?? null],
    ['asked', JSON.stringify(handling.asked)],
    ['outcome', ending?.outcome ?? null],
    ['ending_reason', ending?.reason ?? null],
    ['ended_by', ending?.by ?? null],
    ['ended_at', ending?.at ?? null],
    ['version', handling.version],
  ];
}

/** A row of `ratings`. */
export interface RatingRow {
  readonly handling_id: string;
  readonly round: number;
  readonly attitude: Rating['attitude'];
  readonly result: Rating['result'];
  readonly comment: string | null;
  readonly rated_by: string | null;
  readonly rated_at: Date;
}

/** The rating that a row holds. */
export function toRating({ handling_id, round, attitude, result, comment, rated_by, rated_at }: RatingRow): Rating {
  return { handlingId: handling_id, round, attitude, result, comment, by: rated_by, at: rated_at };
}
