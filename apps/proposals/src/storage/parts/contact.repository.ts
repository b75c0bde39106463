import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@plenum/calendar';
import type { Queryable, Transaction } from '@plenum/database';
import type { Contact } from '@plenum/proposals-domain';

interface ContactRow {
  readonly id: string;
  readonly handlingId: string;
  readonly unitId: string;
  readonly round: number;
  readonly contactedOn: CivilDate;
  readonly way: Contact['way'];
  readonly who: string;
  readonly noted: string;
  readonly by: string;
  readonly at: Date;
}

/** As many as anybody reads; the latest ones. */
const LISTED_MAX = 200;
const LIST = `SELECT id, handling_id AS "handlingId", unit_id AS "unitId", round, contacted_on AS "contactedOn", way, who, noted,
  by_member AS by, at
  FROM contacts WHERE proposal_id = $1 ORDER BY contacted_on DESC, at DESC LIMIT ${LISTED_MAX}`;

/** Where it is kept whom the units spoke with. */
@Injectable()
export class ContactRepository {
  /** On a proposal, the last first. */
  of(from: Queryable, proposalId: string): Promise<readonly Contact[]> {
    return from.query<ContactRow>(LIST, [proposalId]);
  }

  /** Adds one. Whoever does has locked the proposal. */
  async add(tx: Transaction, proposalId: string, contact: Contact): Promise<void> {
    const { id, handlingId, unitId, round, contactedOn, way, who, noted, by, at } = contact;
    await tx.query(
      `INSERT INTO contacts (id, proposal_id, handling_id, unit_id, round, contacted_on, way, who, noted, by_member, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, proposalId, handlingId, unitId, round, contactedOn, way, who, noted, by, at],
    );
  }
}
