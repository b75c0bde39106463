import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { allowedActions, maySee, type Proposal } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import type { ProposalAnswer } from './board.responses.js';
import { type HistoryRow, type Names, proposalAnswer } from './proposal-answer.js';

/** One proposal with all that the actor may know of it. */
export class ProposalPage extends Query<ProposalAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

/** The steps that every reader may know; who was asked and said no is between the proposer and them. */
const TOLD = [
  'draft-proposal',
  'second-proposal',
  'submit-proposal',
  'withdraw-proposal',
  'review-proposal',
  'decide-proposal',
  'assign-proposal',
  'acknowledge-assignment',
  'reply-to-proposal',
  'rate-reply',
  'close-proposal',
  'take-lead',
  'propose-merge',
  'end-merge',
  'merge-proposals',
  'undo-merge',
];
const HISTORY = `SELECT occurred_at AS at, actor_id AS "actorId", action, after ->> 'state' AS state FROM audit_trail
  WHERE subject_kind = 'proposal' AND subject_id = $1 AND action = ANY($2) ORDER BY occurred_at, position, id`;

@QueryHandler(ProposalPage)
export class ProposalPageHandler implements IQueryHandler<ProposalPage> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly decisions: DecisionsRepository,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: ProposalPage): Promise<ProposalAnswer> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    if (!maySee(found.proposal, by)) throw AccessErrors.forbidden();
    const history = await this.database.query<HistoryRow>(HISTORY, [proposalId, TOLD]);
    const names = await this.namesIn(found.proposal, history);
    const at = this.clock.now();
    return proposalAnswer(found, by, {
      history,
      names,
      at,
      decisions: await this.decisions.decisionsOn(this.database, proposalId),
      allowed: allowedActions(found.proposal, by, { ...found, at }),
    });
  }

  private async namesIn(proposal: Proposal, history: readonly HistoryRow[]): Promise<Names> {
    const { assignment } = proposal;
    const people = new Set([
      proposal.leadProposerId,
      proposal.text.by,
      ...proposal.signatures.map(({ memberId }) => memberId),
      ...proposal.replies.map(({ by }) => by),
      ...proposal.reviewSteps.flatMap(({ present }) => present),
      ...history.flatMap(({ actorId }) => actorId ?? []),
      ...(assignment?.acknowledged ? [assignment.acknowledged.by] : []),
    ]);
    const [members, units] = await Promise.all([
      this.directory.membersByIds(this.database, [...people]),
      assignment ? this.directory.units(this.database, proposal.organisationId) : [],
    ]);
    return new Map([...members, ...units].map(({ id, name }) => [id, name]));
  }
}
