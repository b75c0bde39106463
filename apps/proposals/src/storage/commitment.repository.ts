import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { Commitment, CommitmentChange, CommitmentEvent, Proposal } from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { toPublishedCommitment } from './commitment.publishing.js';
import { type CommitmentRow, type StepRow, columnsOfCommitment, toCommitment, valuesOfStep } from './commitment.rows.js';
import { DeadlineRepository } from './parts/deadline.repository.js';
import { type ProposalInContext, ProposalRepository } from './proposal.repository.js';
import { StorageErrors } from './storage.errors.js';

/** A promise with the proposal that it is about, its call and calendar. */
export interface CommitmentInContext extends ProposalInContext {
  readonly commitment: Commitment;
}

const FIND = 'SELECT * FROM commitments WHERE id = $1 AND organisation_id = $2';
const OF_PROPOSAL = 'SELECT * FROM commitments WHERE proposal_id = $1 ORDER BY made_at, first_due_on, id';
const STEPS = 'SELECT * FROM commitment_steps WHERE commitment_id = ANY($1) ORDER BY commitment_id, nth';
const ADD_STEP = `INSERT INTO commitment_steps (commitment_id, nth, kind, settlement, said, link, due_on, by_member, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Where promises live: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class CommitmentRepository {
  constructor(
    private readonly records: ChangeRecords,
    private readonly proposals: ProposalRepository,
    private readonly deadlines: DeadlineRepository,
  ) {}

  /** A promise of the organisation. @throws `proposals.not-found` */
  find(from: Queryable, id: string, organisationId: string): Promise<CommitmentInContext> {
    return this.read(from, FIND, id, organisationId);
  }

  /** The same, which nobody else changes until the transaction ends. @throws `proposals.not-found` */
  lock(tx: Transaction, id: string, organisationId: string): Promise<CommitmentInContext> {
    return this.read(tx, `${FIND} FOR UPDATE`, id, organisationId);
  }

  /** The promises on a proposal, the first first. */
  async ofProposal(from: Queryable, proposalId: string): Promise<readonly Commitment[]> {
    const rows = await from.query<CommitmentRow>(OF_PROPOSAL, [proposalId]);
    const steps = await from.query<StepRow>(STEPS, [rows.map(({ id }) => id)]);
    return rows.map((row) => toCommitment(row, steps));
  }

  /** Adds a new one. */
  async insert(
    tx: Transaction,
    request: ChangeRequest<Actor>,
    proposal: Proposal,
    { commitment, events }: CommitmentChange,
  ): Promise<void> {
    await this.tableOn(proposal).insert(tx, request, { after: commitment, events });
    await this.deadlines.keep(tx, proposal, events);
  }

  /** Adds one that was promised elsewhere, with what became of it: there is no fact, and nobody hears of it. */
  async bringIn(tx: Transaction, request: ChangeRequest<Actor>, proposal: Proposal, commitment: Commitment): Promise<void> {
    await this.tableOn(proposal).insert(tx, request, { after: commitment, events: [] });
    for (const [nth, step] of commitment.steps.entries()) await tx.query(ADD_STEP, [commitment.id, nth, ...valuesOfStep(step)]);
  }

  /** Writes a changed one, with the steps that it is longer by. */
  async update(
    tx: Transaction,
    request: ChangeRequest,
    { proposal, commitment: before }: CommitmentInContext,
    { commitment, events }: CommitmentChange,
  ): Promise<void> {
    await this.tableOn(proposal).update(tx, request, before, { after: commitment, events });
    await this.deadlines.keep(tx, proposal, events);
    for (let nth = before.steps.length; nth < commitment.steps.length; nth++)
      await tx.query(ADD_STEP, [commitment.id, nth, ...valuesOfStep(commitment.steps[nth]!)]);
  }

  private async read(from: Queryable, sql: string, id: string, organisationId: string): Promise<CommitmentInContext> {
    const [row] = await from.query<CommitmentRow>(sql, [id, organisationId]);
    if (!row) throw StorageErrors.notFound('commitment', id);
    const commitment = toCommitment(row, await from.query<StepRow>(STEPS, [[id]]));
    return { commitment, ...(await this.proposals.find(from, commitment.proposalId, organisationId)) };
  }

  private tableOn(proposal: Proposal): AggregateTable<Commitment, CommitmentEvent> {
    return new AggregateTable(
      {
        table: 'commitments',
        kind: 'commitment',
        columnsOf: columnsOfCommitment,
        toPublished: (commitment, event) => toPublishedCommitment(proposal, commitment, event),
      },
      this.records,
    );
  }
}
