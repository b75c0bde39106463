import { Injectable } from '@nestjs/common';
import type { CivilDate, WorkingCalendar } from '@plenum/calendar';
import type { Queryable, Transaction } from '@plenum/database';
import {
  type CallWindow,
  type Change,
  type Delegation,
  factOf,
  type Handling,
  type ImportedMatter,
  matterAfter,
  matterVersion,
  type Obstacle,
  obstaclesOf,
  pointless,
  type Proposal,
  type ProposalEvent,
  type ProposalMatter,
  type ReplyDesk,
  takenBack,
} from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { delegationOf } from './parts/delegation.rows.js';
import { DeadlineRepository } from './parts/deadline.repository.js';
import { Facts } from './facts.js';
import { HandlingRepository } from './parts/handling.repository.js';
import { addReviewSteps, reviewStepsOf } from './parts/review-step.rows.js';
import { StorageErrors } from './storage.errors.js';
import { toPublished } from './proposal.publishing.js';
import { ReplyDeskRepository } from './parts/reply-desk.repository.js';
import { RatingRepository } from './parts/rating.repository.js';
import { RequestRepository } from './request.repository.js';
import {
  CALL_COLUMNS,
  type CalendarRow,
  type CallRow,
  type KeptMatter,
  type ProposalRow,
  columnsOf,
  isHandled,
  keptMatter,
  toCalendar,
  toCall,
  toProposal,
} from './proposal.rows.js';
import { SIGNATURES_COLUMN, writeSignatures } from './parts/signature.rows.js';

/** A proposal and the work on it, with the call and the calendar it lives under, and the open requests that concern it. */
export interface ProposalInContext {
  readonly proposal: Proposal;
  /** By id. */
  readonly handlings: readonly Handling[];
  readonly call: CallWindow;
  readonly calendar: WorkingCalendar;
  /** Whose proposal it is, or that of its lead proposer, where it matters. */
  readonly delegation: Delegation | null;
  /** The days on which later sessions open that are set up, where a reply is due before the next one. */
  readonly laterSessions: readonly CivilDate[];
  readonly obstacles: readonly Obstacle[];
  /** What lies on the desks of its units. */
  readonly desks: readonly ReplyDesk[];
}

type Row = ProposalRow & CallRow & CalendarRow & { readonly later_sessions: readonly Date[] };

/** After the session of the proposal, the first first; nobody asks where no reply waits for one. */
const LATER_SESSIONS = `CASE WHEN c.settings -> 'replyDue' ->> 'kind' = 'before-session' THEN ARRAY(
    SELECT later.opens_at FROM directory_sessions later JOIN directory_sessions own ON own.id = p.session_id
    WHERE later.organisation_id = p.organisation_id AND later.opens_at > own.opens_at ORDER BY 1) ELSE '{}' END`;
const FIND = `
SELECT p.*, ${SIGNATURES_COLUMN}, ${CALL_COLUMNS}, k.zone, k.days_off, k.working_days,
  ${LATER_SESSIONS} AS later_sessions
FROM proposals p
JOIN calls c ON c.id = p.call_id
LEFT JOIN directory_calendars k ON k.organisation_id = p.organisation_id
WHERE p.id = $1 AND p.organisation_id = $2
`;
const FIND_ALL = `SELECT p.*, ${SIGNATURES_COLUMN} FROM proposals p WHERE p.id = ANY($1::uuid[]) AND p.organisation_id = $2 ORDER BY p.id`;
const LOCK = 'SELECT FROM proposals WHERE id = $1 AND organisation_id = $2 FOR UPDATE';
const KEEP_TEXT = `
INSERT INTO text_versions (proposal_id, number, subject, grounds, measures, changed_by, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
`;

/** Where proposals live: a change, its audit row, the facts it makes and what others hear of are written together or not at all. */
@Injectable()
export class ProposalRepository {
  private readonly table: AggregateTable<KeptMatter, ProposalEvent>;

  constructor(
    records: ChangeRecords,
    private readonly handlings: HandlingRepository,
    private readonly desks: ReplyDeskRepository,
    private readonly ratings: RatingRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly requests: RequestRepository,
    private readonly facts: Facts,
  ) {
    this.table = new AggregateTable({ table: 'proposals', kind: 'proposal', columnsOf, toPublished }, records);
  }

  /** A proposal of the organisation. @throws `proposals.not-found` */
  async find(from: Queryable, id: string, organisationId: string): Promise<ProposalInContext> {
    const [row] = await from.query<Row>(FIND, [id, organisationId]);
    return this.inContext(from, id, row, () => this.handlings.of(from, id));
  }

  /** Those of these proposals that are of the organisation. */
  async findAll(from: Queryable, ids: readonly string[], organisationId: string): Promise<readonly Proposal[]> {
    const rows = await from.query<ProposalRow>(FIND_ALL, [ids, organisationId]);
    const found: Proposal[] = [];
    for (const row of rows) found.push(toProposal(row, await reviewStepsOf(from, row)));
    return found;
  }

  /**
   * Several of them by their ids, locked in the one order that keeps two changes from waiting for each other. @throws
   * `proposals.not-found`
   */
  async lockAll(tx: Transaction, ids: readonly string[], organisationId: string): Promise<ReadonlyMap<string, ProposalInContext>> {
    const locked = new Map<string, ProposalInContext>();
    for (const id of [...new Set(ids.map((one) => one.toLowerCase()))].sort()) locked.set(id, await this.lock(tx, id, organisationId));
    return locked;
  }

  /**
   * The same, which nobody else changes until the transaction ends: the proposal first, then its handlings.
   * @throws `proposals.not-found`
   */
  async lock(tx: Transaction, id: string, organisationId: string): Promise<ProposalInContext> {
    // Read only once it is locked: what waited for the lock would see the row as it is, and its parts as they were before the wait.
    // Each statement sees what is there when its turn comes, also where they are asked together.
    const [, [row]] = await Promise.all([tx.query(LOCK, [id, organisationId]), tx.query<Row>(FIND, [id, organisationId])]);
    return this.inContext(tx, id, row, () => this.handlings.lock(tx, id));
  }

  /** Adds a new proposal. */
  async insert(tx: Transaction, request: ChangeRequest<Actor>, { proposal, events }: Change): Promise<void> {
    const matter = { proposal, handlings: [] };
    await Promise.all([
      this.table.insert(tx, request, { after: keptMatter(matter), events }),
      writeSignatures(tx, proposal, []),
      this.keep(tx, request, matter, events),
    ]);
  }

  /** Adds one that ended elsewhere, with the work on it: nothing happened here, so there is no fact, and nobody hears of it. */
  async bringIn(tx: Transaction, request: ChangeRequest<Actor>, { proposal, handlings, deadlines }: ImportedMatter): Promise<void> {
    await this.table.insert(tx, request, { after: keptMatter({ proposal, handlings }), events: [] });
    for (const handling of handlings) await this.handlings.write(tx, undefined, handling);
    await this.deadlines.keep(tx, proposal, deadlines);
  }

  /**
   * Writes a changed proposal with the handlings that began or changed; the text that another takes the place of is kept.
   * @returns the matter as it is now
   */
  async update(tx: Transaction, request: ChangeRequest, before: ProposalMatter, change: Change): Promise<ProposalMatter> {
    const { events, handlings = [], rating, proposal } = change;
    const matter = matterAfter(before, change);
    for (const handling of handlings) {
      const was = before.handlings.find(({ id }) => id === handling.id);
      await this.handlings.write(tx, was, handling);
    }
    await this.dropPointless(tx, request, proposal, handlings);
    const isRewritten = proposal.text.number !== before.proposal.text.number;
    await Promise.all([
      this.table.update(tx, request, keptMatter(before), { after: keptMatter(matter), events }),
      this.deadlines.keep(tx, proposal, events),
      rating && this.ratings.add(tx, rating),
      addReviewSteps(tx, proposal, before.proposal),
      writeSignatures(tx, proposal, before.proposal.signatures),
      isRewritten && keepText(tx, before.proposal),
      this.keep(tx, request, matter, events),
    ]);
    return matter;
  }

  /** Takes back what was asked about work that went on, so that nobody owes an answer to it. */
  private async dropPointless(tx: Transaction, request: ChangeRequest, proposal: Proposal, handlings: readonly Handling[]): Promise<void> {
    for (const handling of handlings) {
      const before = pointless(await this.requests.lockOpenAbout(tx, handling.id), handling);
      for (const change of takenBack(before, new Map([[proposal.id, proposal]]), handling)) {
        await this.requests.update(
          tx,
          { ...request, action: 'drop-request' },
          before.find(({ id }) => id === change.request.id)!,
          change,
        );
      }
    }
  }

  /** Takes a proposal away with everything in it; that there was one stays in the audit trail. */
  async delete(tx: Transaction, request: ChangeRequest<Actor>, proposal: Proposal): Promise<void> {
    const matter = { proposal, handlings: [] };
    const kept = keptMatter(matter);
    await this.table.delete(tx, request, kept, { state: kept.state, version: proposal.version });
    await this.keep(tx, request, matter, [{ type: 'DraftDiscarded' }]);
  }

  /** Writes what happened among the facts, and of what was handed in what it amounts to now. */
  private async keep(tx: Transaction, { actor }: ChangeRequest, matter: ProposalMatter, events: readonly ProposalEvent[]): Promise<void> {
    const { id: proposalId, organisationId, sessionId, submittedAt } = matter.proposal;
    const version = matterVersion(matter.proposal, matter.handlings);
    const about = { proposalId, organisationId, sessionId, version, memberId: actor.memberId };
    await this.facts.append(
      tx,
      about,
      events.map((event) => factOf(matter, event)),
    );
    if (submittedAt !== null && events.length > 0) await this.facts.summarise(tx, about);
  }

  private async inContext(
    from: Queryable,
    id: string,
    row: Row | undefined,
    itsHandlings: () => Promise<readonly Handling[]>,
  ): Promise<ProposalInContext> {
    if (!row) throw StorageErrors.notFound('proposal', id);
    const call = toCall(row);
    const [handlings, desks, requests, steps, delegation] = await Promise.all([
      isHandled(row) ? itsHandlings() : [],
      isHandled(row) ? this.desks.of(from, id) : [],
      this.requests.openOn(from, [id]),
      reviewStepsOf(from, row),
      delegationOf(from, toProposal(row, []), call),
    ]);
    const calendar = toCalendar(row);
    const laterSessions = row.later_sessions.map((opensAt) => calendar.dayOf(opensAt));
    const around = { handlings, desks, call, delegation, laterSessions, calendar, obstacles: obstaclesOf(requests) };
    return { proposal: toProposal(row, steps), ...around };
  }
}

const keepText = (tx: Transaction, { id, content, text }: Proposal): Promise<unknown> =>
  tx.query(KEEP_TEXT, [id, text.number, content.subject, content.grounds, content.measures, text.by, text.at]);
