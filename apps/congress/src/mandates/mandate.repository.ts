import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { relieveOffice } from '@plenum/congress-domain';
import type { EventData } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { lockOrganisation } from '../storage/locks.js';
import { OfficeRepository } from '../storage/office.repository.js';

type Elected = EventData<'ballot.officers-elected.v1'>;
type Annulled = EventData<'ballot.result-annulled.v1'>;

/** Who was elected to what. A mandate is never taken away: it is shown as withdrawn when its ballot was annulled. */
@Injectable()
export class MandateRepository {
  constructor(
    private readonly offices: OfficeRepository,
    private readonly records: ChangeRecords,
  ) {}

  /** Keeps the mandates of an effective election, and gives the office that goes with them to whoever can hold it. */
  async record(tx: Transaction, election: Elected, at: string): Promise<void> {
    const { organisationId, sessionId, ballotId, post, title } = election;
    if (!(await lockOrganisation(tx, organisationId))) return;
    const known = await membersAmong(
      tx,
      organisationId,
      election.elected.flatMap(({ memberId }) => memberId ?? []),
    );
    const isAnnulled = await has(tx, 'SELECT FROM annulled_ballots WHERE ballot_id = $1', [ballotId]);
    let recorded = 0;
    for (const [nth, { memberId: named, name }] of election.elected.entries()) {
      if (await has(tx, 'SELECT FROM mandates WHERE ballot_id = $1 AND nth = $2', [ballotId, nth])) continue;
      const memberId = named !== null && known.has(named) ? named : null;
      const officeId = memberId === null || isAnnulled ? null : await this.giveOffice(tx, election, memberId);
      await tx.query(
        `
          INSERT INTO mandates (ballot_id, nth, organisation_id, session_id, member_id, name, post, title, office_id, elected_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        `,
        [ballotId, nth, organisationId, sessionId, memberId, name, post, title, officeId, at],
      );
      recorded += 1;
    }
    if (recorded > 0)
      await this.records.write(tx, requestOfSystem(organisationId, 'record-mandates'), {
        subject: { kind: 'ballot', id: ballotId },
        after: { post, elected: election.elected },
      });
  }

  /** Notes that a ballot was annulled, and relieves those who hold an office by it alone. */
  async withdraw(tx: Transaction, { organisationId, ballotId, reason }: Annulled, at: string): Promise<void> {
    if (!(await lockOrganisation(tx, organisationId))) return;
    const news = await tx.query<unknown>(
      `
        INSERT INTO annulled_ballots (ballot_id, organisation_id, reason, annulled_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        RETURNING ballot_id
      `,
      [ballotId, organisationId, reason, at],
    );
    if (news.length === 0) return;
    const held = await tx.query<{ office_id: string }>(
      `
        SELECT m.office_id
        FROM mandates m
        JOIN offices o ON o.id = m.office_id
        WHERE m.ballot_id = $1 AND m.organisation_id = $2 AND o.relieved_at IS NULL
        ORDER BY m.nth
      `,
      [ballotId, organisationId],
    );
    const request = requestOfSystem(organisationId, 'withdraw-mandate');
    for (const { office_id: id } of held) await this.offices.updateWithin(tx, { ...request, id }, relieveOffice);
  }

  /** Null where the ballot gives none, and where the member cannot hold it: they hold it already, have left, or the session is over. */
  private async giveOffice(
    tx: Transaction,
    { organisationId, sessionId, office, scope }: Elected,
    memberId: string,
  ): Promise<string | null> {
    if (office === null) return null;
    const id = randomUUID();
    const given = {
      id,
      organisationId,
      memberId,
      office,
      sessionId: scope === 'organisation' ? null : sessionId,
      unitId: null,
      chief: false,
    };
    try {
      await this.offices.assignWithin(tx, requestOfSystem(organisationId, 'assign-elected-office'), given);
      return id;
    } catch (refused) {
      if (refused instanceof DomainError) return null;
      throw refused;
    }
  }
}

/** The system acts: the people who did are in the records of the ballot. */
const requestOfSystem = (organisationId: string, action: string): ChangeRequest => ({ actor: { organisationId, memberId: null }, action });

const has = async (tx: Transaction, sql: string, parameters: readonly unknown[]): Promise<boolean> =>
  (await tx.query(sql, parameters)).length > 0;

async function membersAmong(tx: Transaction, organisationId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM members WHERE organisation_id = $1 AND id = ANY($2)', [organisationId, ids]);
  return new Set(rows.map(({ id }) => id));
}
