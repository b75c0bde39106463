import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { type OpinionBox, newBox } from '@plenum/proposals-domain';
import { type Actor, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';

const FIND = `SELECT organisation_id AS "organisationId", is_open AS "isOpen", decide_within AS "decideWithin",
  answer_within AS "answerWithin", per_day_max AS "perDayMax", waiting_max AS "waitingMax", version
  FROM opinion_boxes WHERE organisation_id = $1`;
const HELD = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 380))';
const WRITE = `INSERT INTO opinion_boxes (organisation_id, is_open, decide_within, answer_within, per_day_max, waiting_max, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (organisation_id) DO UPDATE SET is_open = excluded.is_open, decide_within = excluded.decide_within,
    answer_within = excluded.answer_within, per_day_max = excluded.per_day_max, waiting_max = excluded.waiting_max,
    version = excluded.version`;

/** How each organisation keeps its opinion box. */
@Injectable()
export class BoxRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** The box as it is set, or as it is until somebody sets it. */
  async of(from: Queryable, organisationId: string): Promise<OpinionBox> {
    const [box] = await from.query<OpinionBox>(FIND, [organisationId]);
    return box ?? newBox(organisationId);
  }

  /** The same, which nobody else changes until the transaction ends, also where there is no row yet. */
  async lock(tx: Transaction, organisationId: string): Promise<OpinionBox> {
    await tx.query(HELD, [organisationId]);
    return this.of(tx, organisationId);
  }

  async write(tx: Transaction, request: ChangeRequest<Actor>, before: OpinionBox, after: OpinionBox): Promise<void> {
    const { organisationId, isOpen, decideWithin, answerWithin, perDayMax, waitingMax, version } = after;
    const rules = [JSON.stringify(decideWithin), JSON.stringify(answerWithin)];
    await tx.query(WRITE, [organisationId, isOpen, ...rules, perDayMax, waitingMax, version]);
    await this.records.write(tx, request, { subject: { kind: 'opinion-box', id: organisationId }, before, after });
  }
}
