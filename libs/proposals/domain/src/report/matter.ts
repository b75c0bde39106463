import type { SettingChoice } from '../call/choices.js';
import type { ClosingOutcome } from '../vocabulary/vocabulary.js';
import type { Fact } from './fact.js';

/** What a matter that was received is, each exactly one of them: they add up to everything received. */
export const MATTER_CLASSES = ['FILED', 'SUGGESTION', 'NOT_FILED', 'MERGED', 'RETURNED', 'WITHDRAWN', 'UNDER_REVIEW'] as const;
export type MatterClass = (typeof MATTER_CLASSES)[number];

/** One unit that must answer, and how it has: by its first reply in time or late, with what its last one amounts to. */
export interface AssignedUnit {
  readonly unitId: string;
  readonly firstReply: 'IN_TIME' | 'LATE' | null;
  readonly resultCategory: string | null;
  /** How many were asked to rate the last one; left out where it is one at most. */
  readonly asked?: number;
  /** What the call takes it for that none of them did in time. */
  readonly silence?: SettingChoice<'silencePolicy'>;
}

/** A matter that was handed in, as far as figures look at it. */
export interface Matter {
  readonly class: MatterClass;
  readonly late: boolean;
  readonly category: string | null;
  readonly delegationId: string | null;
  readonly leadProposerId: string;
  readonly seconderIds: readonly string[];
  /** Those that must answer; empty before it is assigned. */
  readonly units: readonly AssignedUnit[];
  readonly closed: boolean;
  readonly outcome: ClosingOutcome | null;
}

/** What a report tells of a matter besides: as it was called then. */
export interface MatterParticulars {
  readonly subject: string;
  readonly docketNo: string | null;
  readonly names: Readonly<Record<string, string>>;
}

/** A matter as its facts have it. */
export interface FoldedMatter {
  readonly matter: Matter;
  readonly particulars: MatterParticulars;
}

/** The matter that these facts of one proposal amount to, in their order; null of one that was never handed in. */
export function foldMatter(facts: readonly Fact[]): FoldedMatter | null {
  return facts.reduce<FoldedMatter | null>((before, fact) => (before === null ? received(fact) : after(before, fact)), null);
}

function received({ kind, data, names = {} }: Fact): FoldedMatter | null {
  if (kind !== 'ProposalSubmitted') return null;
  const { late, track, subject, category, leadProposerId, seconderIds, delegationId = null } = data;
  return {
    matter: {
      class: track === 'SUGGESTION' ? 'SUGGESTION' : 'UNDER_REVIEW',
      late,
      category,
      delegationId,
      leadProposerId,
      seconderIds,
      units: [],
      closed: false,
      outcome: null,
    },
    particulars: { subject, docketNo: null, names },
  };
}

function after(before: FoldedMatter, fact: Fact): FoldedMatter {
  const known = fact.names ? { ...before.particulars, names: { ...before.particulars.names, ...fact.names } } : before.particulars;
  const now = (parts: Partial<Matter>, particulars: Partial<MatterParticulars> = {}): FoldedMatter => ({
    matter: { ...before.matter, ...parts },
    particulars: { ...known, ...particulars },
  });
  switch (fact.kind) {
    case 'ProposalSubmitted': // Once more, after it was returned.
      return { ...received(fact)!, particulars: { ...known, subject: fact.data.subject } };
    case 'ProposalReviewed': {
      const { outcome, category, docketNo } = fact.data;
      return now({ class: outcome === 'PRESIDIUM' ? 'UNDER_REVIEW' : outcome, category }, { docketNo });
    }
    case 'ProposalWithdrawn':
      return now({ class: 'WITHDRAWN' });
    case 'ProposalMergedAway':
      return now({ class: 'MERGED' });
    case 'ProposalBroughtBack':
      return now({ class: fact.data.state === 'SUBMITTED' ? 'UNDER_REVIEW' : (fact.data.state as 'FILED' | 'SUGGESTION') });
    case 'ProposalAssigned':
      return now({ units: [...before.matter.units, { unitId: fact.data.leadUnitId, firstReply: null, resultCategory: null }] });
    case 'AssignmentTakenAway':
      return now({ units: before.matter.units.filter(({ unitId }) => unitId !== fact.data.unitId) });
    case 'ProposalReplied':
      return now({ units: before.matter.units.map((unit) => (unit.unitId === fact.data.unitId ? answered(unit, fact.data) : unit)) });
    case 'FeedbackLapsed':
      if (fact.data.isRated) return now({});
      return now({ units: before.matter.units.map((unit) => (unit.unitId === fact.data.unitId ? passedOver(unit, fact.data) : unit)) });
    case 'ProposalClosed':
      return now({ closed: true, outcome: fact.data.outcome });
    default:
      return now({});
  }
}

const answered = (
  { silence: _silence, asked: _asked, ...unit }: AssignedUnit,
  { overdue, resultCategory, asked = 1 }: { readonly overdue: boolean; readonly resultCategory: string; readonly asked?: number },
): AssignedUnit => ({
  ...unit,
  firstReply: unit.firstReply ?? (overdue ? 'LATE' : 'IN_TIME'),
  resultCategory,
  ...(asked > 1 ? { asked } : {}),
});

const passedOver = (unit: AssignedUnit, { policy }: { readonly policy: SettingChoice<'silencePolicy'> }): AssignedUnit => ({
  ...unit,
  silence: policy,
});
