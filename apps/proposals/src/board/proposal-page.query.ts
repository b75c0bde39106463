import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  allowedActions,
  type Authority,
  type FactKind,
  maySee,
  type ProposalMatter,
  type Rating,
  ratingsSeenBy,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RatingRepository } from '../storage/parts/rating.repository.js';
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

/** What every reader may know of what happened; who was asked, and said no, is between the proposer and them. */
const TOLD: readonly FactKind[] = [
  'ProposalDrafted',
  'ProposalEntered',
  'ProposalSeconded',
  'EndorsementAsked',
  'EndorsementSettled',
  'ProposalSubmitted',
  'ProposalWithdrawn',
  'ProposalReviewed',
  'MotionProposed',
  'ProposalAssigned',
  'AssignmentAcknowledged',
  'ContactLogged',
  'ProposalReplied',
  'ProposalRated',
  'ProposalReopened',
  'DueDateSettled',
  'DueDateMoved',
  'AssistingUnitAdded',
  'HandlingRequestMade',
  'HandlingRequestAnswered',
  'HandlingRequestTakenBack',
  'HandlingEscalated',
  'HandlingEnded',
  'ProposalClosed',
  'LeadTaken',
  'MergeProposed',
  'MergeEnded',
  'ProposalsMerged',
  'MergeUndone',
  'ProposalMergedAway',
  'ProposalBroughtBack',
];
const TOLD_TO_THE_LEAD: readonly FactKind[] = [...TOLD, 'ProposalRevised', 'SeconderInvited', 'InvitationCancelled', 'SecondingDeclined'];
const HISTORY = `SELECT at, member_id AS "actorId", kind, data ->> 'outcome' AS outcome,
    coalesce(data ->> 'dueOn', data ->> 'feedbackDueOn') AS "dueOn", data ->> 'request' AS request
  FROM facts WHERE proposal_id = $1 AND kind = ANY($2) ORDER BY position`;

@QueryHandler(ProposalPage)
export class ProposalPageHandler implements IQueryHandler<ProposalPage> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly decisions: DecisionsRepository,
    private readonly ratings: RatingRepository,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: ProposalPage): Promise<ProposalAnswer> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    if (!maySee(found, by)) throw AccessErrors.forbidden();
    const history = await this.database.query<HistoryRow>(HISTORY, [
      proposalId,
      found.proposal.leadProposerId === actor.memberId ? TOLD_TO_THE_LEAD : TOLD,
    ]);
    const names = await this.namesIn(found, history);
    const context = { ...found, at: this.clock.now() };
    return proposalAnswer(found, by, {
      history,
      names,
      context,
      ratings: await this.ratingsFor(found, by),
      decisions: await this.decisions.decisionsOn(this.database, proposalId),
      allowed: allowedActions(found.proposal, by, context),
    });
  }

  /** Not asked at all for whom they are kept from: a unit's page never comes to the table of ratings before closing. */
  private async ratingsFor(matter: ProposalMatter, by: Authority): Promise<readonly Rating[]> {
    const scope = ratingsSeenBy(matter, by);
    return scope === 'none' ? [] : this.ratings.of(this.database, matter.proposal.id, scope, by.memberId);
  }

  private async namesIn({ proposal, handlings }: ProposalMatter, history: readonly HistoryRow[]): Promise<Names> {
    const people = new Set([
      proposal.leadProposerId,
      proposal.text.by,
      ...proposal.signatures.map(({ memberId }) => memberId),
      ...handlings.flatMap(({ replies }) => replies.map(({ by }) => by)),
      ...proposal.reviewSteps.flatMap(({ present }) => present),
      ...history.flatMap(({ actorId }) => actorId ?? []),
      ...handlings.flatMap(({ acknowledged }) => acknowledged?.by ?? []),
      ...(proposal.paper ? [proposal.paper.by] : []),
      ...(proposal.endorsement?.by ? [proposal.endorsement.by] : []),
    ]);
    const [members, units, delegations] = await Promise.all([
      this.directory.membersByIds(this.database, [...people]),
      handlings.length > 0 || proposal.content.suggestedUnitId ? this.directory.units(this.database, proposal.organisationId) : [],
      (proposal.delegationId ?? proposal.endorsement) ? this.directory.delegations(this.database, proposal.sessionId) : [],
    ]);
    return new Map([...members, ...units, ...delegations].map(({ id, name }) => [id, name]));
  }
}
