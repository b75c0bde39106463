import { Injectable } from '@nestjs/common';
import { type NameMatch, WrittenNames, spellingOf } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** Whom a spelling meant before, somewhere in the organisation. */
export interface Alias {
  readonly spelling: string;
  readonly label: string;
  readonly memberId: string | null;
}

const MATCHES = `
SELECT name, member_id AS "memberId", candidate_id AS "candidateId", label, eligible, proposed_by AS "proposedBy",
  confirmed_by AS "confirmedBy"
  FROM ballot_written_names WHERE ballot_id = $1 ORDER BY name
`;
const KEEP = `INSERT INTO ballot_written_names (ballot_id, name, member_id, candidate_id, label, eligible, proposed_by, confirmed_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (ballot_id, name) DO UPDATE SET member_id = excluded.member_id, candidate_id = excluded.candidate_id, label = excluded.label,
    eligible = excluded.eligible, proposed_by = excluded.proposed_by, confirmed_by = excluded.confirmed_by`;
const REMEMBER = `INSERT INTO written_aliases (organisation_id, spelling, label, member_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT (organisation_id, spelling, label) DO UPDATE SET member_id = excluded.member_id`;

/** The names written in on papers: whom they mean on one ballot, and whom they meant before. */
@Injectable()
export class WrittenNamesRepository {
  async namesOf(from: Queryable, ballotId: string): Promise<WrittenNames> {
    return new WrittenNames(await from.query<NameMatch>(MATCHES, [ballotId]));
  }

  /** Keeps a match, in place of the one before. */
  async keep(tx: Transaction, ballotId: string, match: NameMatch): Promise<void> {
    const { name, memberId, candidateId, label, eligible, proposedBy, confirmedBy } = match;
    await tx.query(KEEP, [ballotId, name, memberId, candidateId, label, eligible, proposedBy, confirmedBy]);
  }

  /** Remembers a spelling for later ballots of the organisation. */
  async remember(tx: Transaction, organisationId: string, { spelling, label, memberId }: Alias): Promise<void> {
    await tx.query(REMEMBER, [organisationId, spellingOf(spelling), label, memberId]);
  }

  /** What is remembered of these names. */
  async aliases(from: Queryable, organisationId: string, names: readonly string[]): Promise<Alias[]> {
    const sql = `
        SELECT spelling, label, member_id AS "memberId"
        FROM written_aliases
        WHERE organisation_id = $1 AND spelling = ANY($2)
        ORDER BY spelling, label
      `;
    return await from.query<Alias>(sql, [organisationId, [...new Set(names.map(spellingOf))]]);
  }
}
