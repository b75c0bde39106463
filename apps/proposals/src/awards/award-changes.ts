import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  assertAwardCurrent,
  type Award,
  type AwardAuthority,
  type AwardChange,
  type AwardEvent,
  type AwardKind,
  type AwardState,
  cosignersOf,
  nominate,
  type NominationContent,
  type Nominee,
  nominator,
  ProposalErrors,
} from '@plenum/proposals-domain';
import type { Actor, ChangeRequest } from '@plenum/service-kit';
import { randomUUID } from 'node:crypto';
import { AccessErrors } from '../access/access.errors.js';
import { AwardRepository } from '../storage/parts/award.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { AwardStandings } from './award-standings.js';
import { StorageErrors } from '../storage/storage.errors.js';

/** Where a nomination stands after a change. */
export interface AwardVersion {
  readonly id: string;
  readonly state: AwardState;
  readonly version: number;
}

const HAS_ANSWERED = `SELECT FROM handlings h JOIN proposals p ON p.id = h.proposal_id JOIN replies r ON r.handling_id = h.id
  WHERE p.organisation_id = $1 AND p.session_id = $2 AND h.lead_unit_id = $3 LIMIT 1`;

/** How nominations are made and changed, and by whom. */
@Injectable()
export class AwardChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly awards: AwardRepository,
    private readonly proposals: ProposalRepository,
    private readonly standings: AwardStandings,
  ) {}

  /**
   * Nominates a proposal, or a unit, for the award list of a session.
   * @throws `proposals.not-found`, `proposals.unknown-unit`, `proposals.nominated-already`, and what the rule refuses
   */
  add(
    request: ChangeRequest<Actor>,
    { sessionId, kind, nomineeId }: Pick<Award, 'sessionId' | 'kind' | 'nomineeId'>,
    content: NominationContent,
  ): Promise<AwardVersion> {
    const { organisationId } = request.actor;
    return this.database.transaction(async (tx) => {
      const session = await this.directory.session(tx, sessionId);
      if (session?.organisationId !== organisationId) throw StorageErrors.notFound('session', sessionId);
      const by = await this.standings.of(tx, request.actor, { sessionId, kind, nomineeId });
      const refusal = nominator(by); // Before anything of the nominee is told.
      if (refusal) throw refusal;
      const nominee = await this.nominee(tx, { organisationId, sessionId, kind, nomineeId });
      await this.awards.takeTurns(tx, sessionId);
      if (await this.awards.isNominated(tx, { sessionId, kind, nomineeId })) throw ProposalErrors.nominatedAlready();
      const made = nominate({ id: randomUUID(), organisationId, sessionId }, by, nominee, content, this.clock.now());
      await this.awards.insert(tx, request, made);
      return receiptOf(made.award);
    });
  }

  /** @throws `proposals.not-found`, `proposals.outdated`, and what the change refuses; nothing is written then */
  update(
    { awardId, ...request }: ChangeRequest<Actor> & { readonly awardId: string },
    change: (award: Award, by: AwardAuthority) => AwardChange,
  ): Promise<AwardVersion> {
    const { actor, read } = request;
    return this.database.transaction(async (tx) => {
      const before = await this.awards.lock(tx, awardId, actor.organisationId);
      if (!before) throw StorageErrors.notFound('award', awardId);
      const made = change(before, await this.standings.of(tx, actor, before));
      assertAwardCurrent(before, read);
      await this.write(tx, request, before, made);
      return receiptOf(made.award);
    });
  }

  /** What a ballot decided, or decides no more, in a transaction under way; null where it changes nothing. */
  async settleIn(tx: Transaction, action: string, award: Award, made: AwardChange | null): Promise<void> {
    if (made) await this.write(tx, { actor: { memberId: null, organisationId: award.organisationId }, action }, award, made);
  }

  private async write(tx: Transaction, request: ChangeRequest, before: Award, made: AwardChange): Promise<void> {
    const [event] = made.events;
    const told = event ? await this.told(tx, made.award, event) : null;
    await this.awards.update(tx, request, before, made, () => told!);
  }

  /** The fact that it is awarded, or no longer, with those who are told. */
  private async told(tx: Transaction, award: Award, { type }: AwardEvent): Promise<NewEvent> {
    const { id: awardId, organisationId, sessionId, kind, nomineeId, version } = award;
    const about = { organisationId, sessionId, awardId, kind };
    const none = { proposalId: null, unitId: null, subject: null, docketNo: null, memberIds: [] };
    const data = kind === 'UNIT' ? { ...about, ...none, unitId: nomineeId } : { ...about, ...none, ...(await this.ofProposal(tx, award)) };
    const name = type === 'AwardAnnounced' ? 'proposals.award-announced.v1' : 'proposals.award-withdrawn.v1';
    return { name, aggregateId: awardId, version, data };
  }

  private async ofProposal(tx: Transaction, { nomineeId, organisationId }: Award) {
    const { proposal } = await this.proposals.find(tx, nomineeId, organisationId);
    const { content, docketNo, leadProposerId, confidential } = proposal;
    const subject = confidential ? '' : content.subject;
    return { proposalId: nomineeId, subject, docketNo, memberIds: [leadProposerId, ...cosignersOf(proposal)] };
  }

  private async nominee(
    tx: Transaction,
    {
      organisationId,
      sessionId,
      kind,
      nomineeId,
    }: Pick<Award, 'organisationId' | 'sessionId' | 'nomineeId'> & { readonly kind: AwardKind },
  ): Promise<Nominee> {
    if (kind === 'PROPOSAL') {
      const { proposal } = await this.proposals.lock(tx, nomineeId, organisationId);
      if (proposal.sessionId !== sessionId) throw StorageErrors.notFound('proposal', nomineeId);
      return { kind, proposal };
    }
    const units = await this.directory.units(tx, organisationId);
    if (!units.some(({ id }) => id === nomineeId)) throw AccessErrors.unknownUnit([nomineeId]);
    const hasAnswered = (await tx.query(HAS_ANSWERED, [organisationId, sessionId, nomineeId])).length > 0;
    return { kind, unitId: nomineeId, hasAnswered };
  }
}

const receiptOf = ({ id, state, version }: Award): AwardVersion => ({ id, state, version });
