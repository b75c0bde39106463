import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CivilDate, DEFAULT_ZONE } from '@plenum/calendar';
import {
  assertCurrent,
  CongressErrors,
  latePapers,
  noPapers,
  openingDay,
  type Paper,
  type PapersChange,
  type PapersContext,
  type PapersRule,
  type PaperVersion,
  type SessionPapers,
  type SessionState,
  USUAL_PAPERS_RULE,
} from '@plenum/congress-domain';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords } from '@plenum/service-kit';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { lockSession } from '../storage/locks.js';
import type { VersionedUpdateRequest } from '../storage/update-request.js';
import { papersPublished } from './papers.publishing.js';

const FIND = 'SELECT id, rule, papers, version FROM session_papers WHERE session_id = $1 AND organisation_id = $2';
// What the organisation set last is proposed for its next session.
const RULE = `
  SELECT p.rule FROM session_papers p JOIN sessions s ON s.id = p.session_id WHERE p.organisation_id = $1
   ORDER BY s.opens_at DESC, s.id LIMIT 1
`;
const SAVE = `
  INSERT INTO session_papers (session_id, organisation_id, id, rule, papers, version) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (session_id) DO UPDATE SET rule = excluded.rule, papers = excluded.papers, version = excluded.version
`;
const SESSION = `
  SELECT s.state, s.opens_at AS "opensAt", s.opened_at AS "openedAt", c.zone
    FROM sessions s LEFT JOIN organisation_calendars c ON c.organisation_id = s.organisation_id
   WHERE s.id = $1 AND s.organisation_id = $2
`;

/** Versions and papers as JSON keeps them. */
type KeptVersion = Omit<PaperVersion, 'at' | 'sentAt'> & { readonly at: string; readonly sentAt: string | null };
type KeptPaper = Omit<Paper, 'versions'> & { readonly versions: readonly KeptVersion[] };
interface PapersRow {
  readonly id: string;
  readonly rule: PapersRule;
  readonly papers: readonly KeptPaper[];
  readonly version: number;
}

interface SessionTimes {
  readonly state: SessionState;
  readonly opensAt: Date;
  readonly openedAt: Date | null;
  readonly zone: string | null;
}

/** A session as the rule of papers sees it. */
export interface PapersSession {
  readonly state: SessionState;
  /** From which papers are counted back. */
  readonly opensOn: CivilDate;
  readonly zone: string;
}

/** The bytes that came with a change. */
export interface BroughtContent {
  readonly paperId: string;
  readonly nth: number;
  readonly content: Buffer;
}

/** Papers of sessions: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class PapersRepository {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendaRepository,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** The papers of a session as they stand; none, of version 0, where none was brought in. */
  async find(from: Queryable, organisationId: string, sessionId: string): Promise<SessionPapers> {
    const [row] = await from.query<PapersRow>(FIND, [sessionId, organisationId]);
    if (row) return { ...row, organisationId, sessionId, papers: row.papers.map(toPaper) };
    const [before] = await from.query<{ rule: PapersRule }>(RULE, [organisationId]);
    return noPapers({ id: randomUUID(), organisationId, sessionId, rule: before?.rule ?? USUAL_PAPERS_RULE });
  }

  /** @throws `congress.not-found` */
  async session(from: Queryable, organisationId: string, sessionId: string): Promise<PapersSession> {
    const [found] = await from.query<SessionTimes>(SESSION, [sessionId, organisationId]);
    if (!found) throw CongressErrors.notFound('session');
    const zone = found.zone ?? DEFAULT_ZONE;
    return { state: found.state, opensOn: openingDay(found, this.clock.now(), zone), zone };
  }

  /** The papers that are late for the day on which the session opens. */
  async late(from: Queryable, organisationId: string, sessionId: string): Promise<readonly Paper[]> {
    const [papers, agenda, session] = await Promise.all([
      this.find(from, organisationId, sessionId),
      this.agendas.find(from, organisationId, sessionId),
      this.session(from, organisationId, sessionId),
    ]);
    return latePapers(papers, agenda, session);
  }

  /** Changes the papers of the session that the request names. @throws `congress.not-found`, `congress.outdated`, what the change throws */
  async update(
    request: VersionedUpdateRequest,
    change: (papers: SessionPapers, context: PapersContext & { readonly itemIds: ReadonlySet<string> }) => PapersChange,
    brought?: (after: SessionPapers) => BroughtContent,
  ): Promise<void> {
    const { organisationId } = request.actor;
    await this.database.transaction(async (tx) => {
      if (!(await lockSession(tx, request.id, organisationId))) throw CongressErrors.notFound('session');
      const before = await this.find(tx, organisationId, request.id);
      const session = await this.session(tx, organisationId, request.id);
      const agenda = await this.agendas.find(tx, organisationId, request.id);
      const made = change(before, { session, at: this.clock.now(), itemIds: new Set(agenda.items.map(({ id }) => id)) });
      assertCurrent(before, request.read); // After the rules: that it was sent already says more.
      const { id, sessionId, rule, papers, version } = made.after;
      await tx.query(SAVE, [sessionId, organisationId, id, JSON.stringify(rule), JSON.stringify(papers), version]);
      if (brought) await keepContent(tx, brought(made.after));
      const events = made.events.flatMap((event) => papersPublished(made.after, event) ?? []);
      await this.records.write(tx, request, {
        subject: { kind: 'papers', id },
        before: { rule: before.rule, papers: before.papers },
        after: { rule, papers },
        events,
      });
    });
  }

  /** The bytes of a version. @throws `congress.not-found` */
  async contentOf(from: Queryable, paperId: string, nth: number): Promise<Buffer> {
    const [row] = await from.query<{ content: Buffer }>('SELECT content FROM paper_contents WHERE paper_id = $1 AND nth = $2', [
      paperId,
      nth,
    ]);
    if (!row) throw CongressErrors.notFound('paper');
    return row.content;
  }
}

const toPaper = (paper: KeptPaper): Paper => ({
  ...paper,
  versions: paper.versions.map((one) => ({ ...one, at: new Date(one.at), sentAt: one.sentAt === null ? null : new Date(one.sentAt) })),
});

const keepContent = (tx: Transaction, { paperId, nth, content }: BroughtContent): Promise<unknown> =>
  tx.query('INSERT INTO paper_contents (paper_id, nth, content) VALUES ($1, $2, $3)', [paperId, nth, content]);
