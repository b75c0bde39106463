import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { EscalationMeeting, Handling, Reply } from '@plenum/proposals-domain';
import { PERIOD } from './deadline.repository.js';
import { handlingColumns, type HandlingRow, toHandling } from './handling.rows.js';

const OF_PROPOSAL = `SELECT h.*, coalesce((
    SELECT json_agg(json_build_object('round', r.round, 'text', r.text, 'resultCategory', r.result_category, 'channel', r.channel,
      'basis', r.basis, 'by', r.replied_by, 'at', r.replied_at, 'overdue', r.overdue, 'feedbackDueOn', r.feedback_due_on) ORDER BY r.round)
    FROM replies r WHERE r.handling_id = h.id), '[]') AS replies, (
    SELECT ${PERIOD} FROM deadlines d WHERE d.subject_id = h.id AND d.matter = 'reply' ORDER BY d.round DESC LIMIT 1) AS due, (
    SELECT ${PERIOD} FROM deadlines d WHERE d.subject_id = h.id AND d.matter = 'contact' AND d.met_at IS NULL) AS contact_due, (
    SELECT d.member_ids FROM deadlines d WHERE d.subject_id = h.id AND d.matter = 'feedback' AND d.met_at IS NULL
    ORDER BY d.round DESC LIMIT 1) AS asked_to_rate, (
    SELECT json_build_object('round', s.round, 'policy', s.policy, 'at', s.settled_at, 'text', s.explanation,
      'explainedBy', s.explained_by, 'explainedAt', s.explained_at)
    FROM silences s WHERE s.handling_id = h.id AND s.round = (SELECT max(r.round) FROM replies r WHERE r.handling_id = h.id)) AS silence, (
    SELECT json_build_object('metOn', m.met_on, 'present', m.present, 'minutes', m.minutes, 'by', m.recorded_by, 'at', m.recorded_at)
    FROM escalation_meetings m WHERE m.handling_id = h.id) AS meeting
  FROM handlings h WHERE h.proposal_id = $1 ORDER BY h.id`;

const WRITE_SILENCE = `INSERT INTO silences (handling_id, round, policy, settled_at, explanation, explained_by, explained_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (handling_id, round) DO UPDATE SET explanation = excluded.explanation,
    explained_by = excluded.explained_by, explained_at = excluded.explained_at`;
const UNSAY_SILENCE = 'DELETE FROM silences WHERE handling_id = $1 AND round = $2';
const RATE_BY = 'UPDATE replies SET feedback_due_on = $3 WHERE handling_id = $1 AND round = $2';
const ADD_MEETING = `INSERT INTO escalation_meetings (handling_id, met_on, present, minutes, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

/** The handlings of proposals with their replies. How these were rated is not here: it is kept from the units. */
@Injectable()
export class HandlingRepository {
  /** All handlings of a proposal, by id. */
  async of(from: Queryable, proposalId: string): Promise<readonly Handling[]> {
    return (await from.query<HandlingRow>(OF_PROPOSAL, [proposalId])).map(toHandling);
  }

  /** The same, locked in this order until the transaction ends; whoever calls has locked the proposal. */
  async lock(tx: Transaction, proposalId: string): Promise<readonly Handling[]> {
    return (await tx.query<HandlingRow>(`${OF_PROPOSAL} FOR UPDATE OF h`, [proposalId])).map(toHandling);
  }

  /** Writes a handling that began or changed, and the replies that are new in it. */
  async write(tx: Transaction, before: Handling | undefined, handling: Handling): Promise<void> {
    const written = handlingColumns(handling);
    const columns = written.map(([column]) => column);
    const values = written.map((_, nth) => `$${nth + 1}`);
    await tx.query(
      `INSERT INTO handlings (${columns.join(', ')}) VALUES (${values.join(', ')})
        ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      written.map(([, value]) => value),
    );
    for (const reply of handling.replies.slice(before?.replies.length ?? 0)) await this.add(tx, handling.id, reply);
    for (const reply of handling.replies.slice(0, before?.replies.length ?? 0)) {
      const isMoved = before?.replies.some(({ round, feedbackDueOn }) => round === reply.round && feedbackDueOn !== reply.feedbackDueOn);
      if (isMoved) await tx.query(RATE_BY, [handling.id, reply.round, reply.feedbackDueOn]);
    }
    if (before && before.silence !== handling.silence) await this.writeSilence(tx, before, handling);
    if (handling.meeting && !before?.meeting) await this.addMeeting(tx, handling.id, handling.meeting);
  }

  /** Who was silent and rates late after all was not silent. */
  private async writeSilence(tx: Transaction, before: Handling, { id, silence, replies }: Handling): Promise<void> {
    if (silence === null) {
      if (replies.length === before.replies.length) await tx.query(UNSAY_SILENCE, [id, before.silence?.round]);
      return;
    }
    const { round, policy, at, explanation } = silence;
    await tx.query(WRITE_SILENCE, [id, round, policy, at, explanation?.text ?? null, explanation?.by ?? null, explanation?.at ?? null]);
  }

  private async addMeeting(tx: Transaction, handlingId: string, meeting: EscalationMeeting): Promise<void> {
    const { metOn, present, minutes, by, at } = meeting;
    await tx.query(ADD_MEETING, [handlingId, metOn, present, minutes, by, at]);
  }

  private async add(tx: Transaction, handlingId: string, reply: Reply): Promise<void> {
    const { round, text, resultCategory, channel, basis, by, at, overdue, feedbackDueOn } = reply;
    await tx.query(
      `INSERT INTO replies (handling_id, round, text, result_category, channel, basis, replied_by, replied_at, overdue, feedback_due_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [handlingId, round, text, resultCategory, channel, basis, by, at, overdue, feedbackDueOn],
    );
  }
}
