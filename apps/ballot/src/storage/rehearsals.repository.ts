import { Injectable } from '@nestjs/common';
import type { RehearsalEnd, RehearsalPhase } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** What the synthetic voters marked of a choice, and what came out of the box, answer by answer. */
export interface PracticeVotes {
  readonly label: string;
  readonly marked: Readonly<Record<string, number>>;
  readonly opened: Readonly<Record<string, number>>;
}

/** What a rehearsal found. Times are of this machine, as it was when it was held. */
export interface RehearsalFindings {
  readonly end: RehearsalEnd;
  /** Papers that were sealed, cast, verified and acknowledged. */
  readonly papers: number;
  /** Milliseconds from the paper's arrival to its acknowledgement; null where none was cast. */
  readonly paperMs: { readonly median: number; readonly longest: number } | null;
  /** Whether our own strict verifier accepted the whole archive with its result. */
  readonly archiveAccepted: boolean;
  /** Whether the opened sums are what the synthetic voters marked. */
  readonly sumsRight: boolean;
  /** Choice by choice; empty where the box was not opened, and of rehearsals held before this was kept. */
  readonly votes?: readonly PracticeVotes[];
  /** Why it failed: the code of a refusal, or `fault`. */
  readonly failure: string | null;
}

/** How far a rehearsal that is under way has come. */
export interface RehearsalProgress {
  readonly phase: RehearsalPhase;
  readonly papers: number;
}

/** A rehearsal as it is kept. */
export interface Rehearsal extends RehearsalProgress {
  readonly id: string;
  readonly ballotId: string;
  readonly practiceId: string;
  readonly voters: number;
  readonly startedBy: string;
  readonly startedAt: Date;
  /** When the process that holds it last said that it is alive. */
  readonly aliveAt: Date;
  readonly endedAt: Date | null;
  readonly findings: RehearsalFindings | null;
}

const LATEST = `
SELECT id, ballot_id AS "ballotId", practice_id AS "practiceId", voters, started_by AS "startedBy", started_at AS "startedAt",
  alive_at AS "aliveAt", phase, papers, ended_at AS "endedAt", findings
  FROM ballot_rehearsals WHERE ballot_id = $1 ORDER BY started_at DESC, id LIMIT 1
`;

/** What rehearsals found. */
@Injectable()
export class RehearsalsRepository {
  async begin(
    tx: Transaction,
    { id, ballotId, practiceId, voters, startedBy, startedAt }: Omit<Rehearsal, 'endedAt' | 'findings' | 'aliveAt' | 'phase' | 'papers'>,
  ): Promise<void> {
    await tx.query(
      `
        INSERT INTO ballot_rehearsals (id, ballot_id, practice_id, voters, started_by, started_at, alive_at, phase, papers)
        VALUES ($1, $2, $3, $4, $5, $6, $6, 'preparing', 0)
      `,
      [id, ballotId, practiceId, voters, startedBy, startedAt],
    );
  }

  /** Says how far it is, and that it is alive. */
  async tell(from: Queryable, id: string, { phase, papers }: RehearsalProgress, at: Date): Promise<void> {
    await from.query('UPDATE ballot_rehearsals SET phase = $2, papers = $3, alive_at = $4 WHERE id = $1 AND ended_at IS NULL', [
      id,
      phase,
      papers,
      at,
    ]);
  }

  async end(from: Queryable, id: string, findings: RehearsalFindings, at: Date): Promise<void> {
    await from.query('UPDATE ballot_rehearsals SET findings = $2, ended_at = $3 WHERE id = $1', [id, JSON.stringify(findings), at]);
  }

  /** The latest rehearsal of a ballot; null while there is none. */
  async latest(from: Queryable, ballotId: string): Promise<Rehearsal | null> {
    return (await from.query<Rehearsal>(LATEST, [ballotId]))[0] ?? null;
  }
}
