import { MalformedError } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import { AWAITING_REPLY, type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { inMatter } from '../handling/policy.js';
import { clearingSteps, type ClearingStep, type ClearingStepKind, isDrafted, missingBeforeReply } from '../replying/clearing.js';
import { answeringUnit } from '../replying/drafting-reply.js';
import { deskOf } from '../proposal/reply-desk.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ClearanceKind } from '../vocabulary/vocabulary.js';
import { takenBack } from './answering.js';
import type { Party } from './party.js';
import type { RequestRule } from './request-rule.js';
import type { Wish } from './request.js';

/** What is particular to something that must be answered before a reply goes out. */
export interface ClearanceRule {
  readonly action: ClearanceKind;
  /** The steps that its answers are. */
  readonly steps: readonly ClearingStepKind[];
  /** Whether it is about a version of the draft, which stays as it is until all of them have answered. */
  readonly isAboutDraft: boolean;
  readonly due: RequestRule['due'];
  readonly isReasonAsked: boolean;
  readonly outcomes: RequestRule['outcomes'];
  readonly reasonedOutcomes: RequestRule['reasonedOutcomes'];
}

/**
 * The rule of such a kind, as every request has it: the lead unit asks all who have not given it, in the order of the steps; one refusal
 * returns the draft to the unit, and what was asked with it needs no answer any more. No proposer reads or answers any of it.
 */
export function clearance({ steps, isAboutDraft, ...rule }: ClearanceRule): RequestRule {
  return {
    ...rule,
    who: ({ proposal, handling }, by) => answeringUnit(inMatter(proposal, handling!), by),
    from: AWAITING_REPLY,
    precondition: ({ proposal, handling }, _by, context) => {
      const all = stepsOf(proposal, handling!, context);
      const isMissing = isAboutDraft && !isDrafted(handling!, deskOf(handling!, context.desks));
      if (isMissing) return ProposalErrors.replyNotCleared(['draft']);
      const earlier = missingBeforeReply(all).filter(({ step }) => isAboutDraft && isBefore(step, steps[0]!));
      if (earlier.length > 0) return ProposalErrors.replyNotCleared([...new Set(earlier.map(({ step }) => step))]);
      return all.some((one) => isToAsk(one, steps)) ? null : ProposalErrors.nothingToAsk(steps[0]!);
    },
    readWish: (sent) => ({ round: countIn(sent, 'round'), draft: isAboutDraft ? countIn(sent, 'draft') : null }),
    askings: (proposal, wish, _concerned, context, handling) => {
      assertCurrentDraft(wish, handling!, context);
      const asked = stepsOf(proposal, handling!, context).filter((one) => isToAsk(one, steps));
      return asked.map((one) => ({ proposal, owedBy: partyOf(one, handling!) }));
    },
    isClockStopped: false,
    blocks: [],
    isKeptFromProposers: true,
    isOpenTo: (_request, _concerned, by, handling) => handling !== null && isOfUnits(handling, by),
    onAnswered: ({ settled, batch, concerned, handling }) =>
      settled.answered?.outcome === 'REFUSED' ? { requests: takenBack(batch, concerned, handling), proposals: [] } : null,
  };
}

/** What is asked about a draft, in this order. */
const ORDER: readonly ClearingStepKind[] = ['countersign', 'head-sign-off', 'leader-sign-off', 'committee-audit'];

const isBefore = (step: ClearingStepKind, first: ClearingStepKind): boolean =>
  ORDER.includes(step) && ORDER.indexOf(step) < ORDER.indexOf(first);

const isToAsk = ({ step, state }: ClearingStep, steps: readonly ClearingStepKind[]): boolean =>
  steps.includes(step) && (state === 'OWED' || state === 'REFUSED');

const stepsOf = (proposal: Proposal, handling: Handling, { desks, call }: PolicyContext): readonly ClearingStep[] =>
  clearingSteps(handling, deskOf(handling, desks), proposal.track, call.settings);

function partyOf({ step, unitId }: ClearingStep, { leadUnitId }: Handling): Party {
  if (unitId !== null) return { who: 'unit', unitId };
  if (step === 'committee-audit') return { who: 'committee' };
  return { who: step === 'head-sign-off' ? 'head' : 'leader', unitId: leadUnitId };
}

/** Refuses what is asked about a draft that is no more. @throws `proposals.outdated` */
function assertCurrentDraft({ round, draft }: Wish, handling: Handling, { desks }: PolicyContext): void {
  const mark = deskOf(handling, desks).draft;
  const isCurrent = round === roundUnderWay(handling) && (draft === null || (mark?.round === round && mark?.number === draft));
  if (!isCurrent) throw ProposalErrors.outdated(mark?.version ?? 0);
}

function isOfUnits({ leadUnitId, assistingUnitIds }: Handling, by: Authority): boolean {
  return [leadUnitId, ...assistingUnitIds].some((unitId) => by.handles.includes(unitId) || by.inCharge.includes(unitId));
}

function countIn(sent: unknown, name: string): number {
  const count = (sent as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1)
    throw new MalformedError([{ field: `wish.${name}`, reason: 'not-a-number' }]);
  return count;
}
