import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { allowedActions, type FactKind, mayKnowOfRatings, maySee, type ProposalMatter, ratingsSeenBy } from '@plenum/proposals-domain';
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
  'DueDateFixed',
  'DueDateMoved',
  'AssistingUnitAdded',
  'HandlingRequestMade',
  'HandlingRequestAnswered',
  'HandlingRequestTakenBack',
  'HandlingEscalated',
  'FeedbackLapsed',
  'EscalationSettled',
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
/** What a rating brings about: who gave it is not told with it. */
const FOLLOWS_A_RATING: readonly string[] = ['ProposalRated', 'ProposalReopened', 'HandlingEscalated'] satisfies readonly FactKind[];
const TOLD_TO_THE_LEAD: readonly FactKind[] = [...TOLD, 'ProposalRevised', 'SeconderInvited', 'InvitationCancelled', 'SecondingDeclined'];
const HISTORY = `SELECT at, member_id AS "actorId", kind, data ->> 'outcome' AS outcome,
    coalesce(data ->> 'dueOn', data ->> 'feedbackDueOn') AS "dueOn", data ->> 'request' AS request
  FROM facts WHERE proposal_id = $1 AND kind = ANY($2)
    AND ($3 OR NOT (kind = 'ProposalRated' OR kind = 'FeedbackLapsed' AND (data ->> 'isRated')::boolean)) ORDER BY position`;
const IMPORTED = 'SELECT proposer, imported_at AS at FROM imported_matters WHERE proposal_id = $1';

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
    const scope = ratingsSeenBy(found, by);
    // Of ratings nothing is asked for whom they are kept from, and who gave one is told to nobody else.
    const history = await this.database.query<HistoryRow>(HISTORY, [
      proposalId,
      found.proposal.leadProposerId === actor.memberId ? TOLD_TO_THE_LEAD : TOLD,
      mayKnowOfRatings(found, by),
    ]);
    const names = await this.namesIn(found, history);
    const [imported = null] = await this.database.query<{ proposer: string | null; at: Date }>(IMPORTED, [proposalId]);
    const context = { ...found, at: this.clock.now() };
    return proposalAnswer(found, by, {
      history:
        scope === 'all' ? history : history.map((entry) => (FOLLOWS_A_RATING.includes(entry.kind) ? { ...entry, actorId: null } : entry)),
      names,
      imported,
      context,
      ratings: scope === 'none' ? [] : await this.ratings.of(this.database, proposalId, scope, by.memberId),
      scope,
      decisions: await this.decisions.decisionsOn(this.database, proposalId),
      allowed: allowedActions(found.proposal, by, context),
    });
  }

  private async namesIn({ proposal, handlings }: ProposalMatter, history: readonly HistoryRow[]): Promise<Names> {
    const people = new Set([
      proposal.leadProposerId,
      proposal.text.by,
      ...proposal.signatures.map(({ memberId }) => memberId),
      ...handlings.flatMap(({ replies }) => replies.map(({ by }) => by)),
      ...proposal.reviewSteps.flatMap(({ present }) => present),
      ...history.flatMap(({ actorId }) => actorId ?? []),
      ...handlings.flatMap(({ acknowledged, askedToRate, silence, meeting }) => [
        ...(acknowledged ? [acknowledged.by] : []),
        ...(askedToRate ?? []),
        ...(silence?.explanation ? [silence.explanation.by] : []),
        ...(meeting?.present ?? []),
      ]),
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
