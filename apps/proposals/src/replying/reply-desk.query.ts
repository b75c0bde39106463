import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import {
  allowedHandlingActions,
  type ClearingStep,
  clearingSteps,
  deskOf,
  type DraftMark,
  isDrafted,
  isPutForward,
  type ReplyDraft,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { DeskReadings } from './desk-readings.js';
import type { ClearingStepAnswer, DraftVersionAnswer, ReplyDeskAnswer, ReplyDraftAnswer } from './replying.responses.js';

/** What lies on the desk of a unit, for who may read it. */
export class ReplyDeskOf extends Query<ReplyDeskAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
  ) {
    super();
  }
}

@QueryHandler(ReplyDeskOf)
export class ReplyDeskHandler implements IQueryHandler<ReplyDeskOf> {
  constructor(
    private readonly database: Database,
    private readonly readings: DeskReadings,
    private readonly drafts: ReplyDraftRepository,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId, handlingId }: ReplyDeskOf): Promise<ReplyDeskAnswer> {
    const { matter, by, context } = await this.readings.of(actor, proposalId, handlingId);
    const { proposal, handling } = matter;
    const desk = deskOf(handling, context.desks);
    const draft = isDrafted(handling, desk) ? await this.drafts.latest(this.database, handling) : null;
    const versions = await this.drafts.versions(this.database, handling);
    const members = await this.directory.membersByIds(this.database, [...new Set(versions.map((one) => one.by))]);
    const units = handling.assistingUnitIds.length > 0 ? await this.directory.units(this.database, actor.organisationId) : [];
    const names = new Map([...members, ...units].map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    const steps = clearingSteps(handling, desk, proposal.track, context.call.settings);
    return {
      draft: draft && draftAnswer(draft, named),
      version: desk.draft?.version ?? 0,
      versions: versions.map((mark) => markAnswer(mark, named)),
      steps: steps.map((step) => stepAnswer(step, named)),
      isPutForward: isPutForward(desk),
      allowedActions: [...allowedHandlingActions(matter, by, context)],
    };
  }
}

type Named = (id: string) => PersonAnswer;

/** A version without what it says. */
const markAnswer = ({ round, number, version, by, at }: DraftMark, named: Named): DraftVersionAnswer => ({
  round,
  number,
  version,
  by: named(by),
  at: at.toISOString(),
});

/** A version with what it says. */
export const draftAnswer = (draft: ReplyDraft, named: Named): ReplyDraftAnswer => ({
  ...markAnswer(draft, named),
  ...draft.content,
  promises: [...draft.content.promises],
  files: [...draft.content.files],
});

const stepAnswer = ({ step, unitId, isDemanded, state, clearance }: ClearingStep, named: Named): ClearingStepAnswer => ({
  step,
  unit: unitId === null ? null : named(unitId),
  isDemanded,
  state,
  requestId: clearance?.requestId ?? null,
  dueOn: clearance?.dueOn ?? null,
  outcome: clearance?.outcome ?? null,
});
