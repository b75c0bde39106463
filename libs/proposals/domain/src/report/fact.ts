import type { ProposalMatter } from '../proposal/matter.js';
import type { Ending, Handling } from '../proposal/handling.js';
import { secondersOf } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import type { ClosingOutcome, Track } from '../vocabulary/vocabulary.js';

/** What happened, by the name of its event. */
export type FactKind = ProposalEvent['type'];

type Stored<T> = T extends Date ? string : T;

/** What some facts keep besides their event, so that whoever reads them later needs nothing else that could have changed. */
interface AlsoKept {
  readonly ProposalSubmitted: {
    /** A suggestion from the first, late or by whoever may only suggest; otherwise null. */
    readonly track: Track | null;
    readonly subject: string;
    readonly category: string | null;
    readonly leadProposerId: string;
    readonly seconderIds: readonly string[];
    /** The lead proposer's, in the session; left out where there is none. */
    readonly delegationId?: string;
  };
  readonly ProposalReviewed: { readonly category: string | null; readonly docketNo: string | null };
  readonly ProposalReplied: { readonly unitId: string; readonly resultCategory: string; readonly overdue: boolean; readonly asked: number };
  readonly FeedbackLapsed: { readonly unitId: string };
  readonly ProposalClosed: { readonly outcome: ClosingOutcome | null };
}

type Kept<E extends ProposalEvent> = {
  readonly kind: E['type'];
  readonly data: { readonly [K in Exclude<keyof E, 'type' | 'remindOn' | 'steps'>]: Stored<E[K]> } & (E['type'] extends keyof AlsoKept
    ? AlsoKept[E['type']]
    : object);
};

/** What is kept of an event: small, no text but a reason, and never a rating. */
export type FactContent = { [T in FactKind]: Kept<Extract<ProposalEvent, { readonly type: T }>> }[FactKind];

/** A thing that happened to a proposal: once written, never changed. */
export type Fact = FactContent & {
  readonly at: Date;
  /** The names of whom it is about, as they were. */
  readonly names?: Readonly<Record<string, string>>;
};

/** What is kept of an event of the matter as it is after it; the reminders of a deadline follow from its day and the ladder of its call. */
export function factOf(matter: ProposalMatter, event: ProposalEvent): FactContent {
  const { type: kind, ...all } = event;
  const { steps: _, remindOn: __, ...said } = { steps: null, remindOn: null, ...all };
  return { kind, data: { ...said, ...alsoKept(matter, event) } } as unknown as FactContent;
}

function alsoKept({ proposal, handlings }: ProposalMatter, event: ProposalEvent): object {
  const { leadProposerId, track, content, docketNo } = proposal;
  const category = content.category;
  const subject = proposal.confidential ? '' : content.subject; // Facts go into reports, which everybody reads.
  switch (event.type) {
    case 'ProposalSubmitted':
      return { track, subject, category, leadProposerId, seconderIds: secondersOf(proposal) } satisfies AlsoKept['ProposalSubmitted'];
    case 'ProposalReviewed':
      return { category, docketNo } satisfies AlsoKept['ProposalReviewed'];
    case 'ProposalReplied': {
      const { leadUnitId: unitId, replies, askedToRate } = handlings.find(({ id }) => id === event.handlingId)!;
      const { resultCategory, overdue } = replies.find(({ round }) => round === event.round)!;
      return { unitId, resultCategory, overdue, asked: askedToRate?.length ?? 0 } satisfies AlsoKept['ProposalReplied'];
    }
    case 'FeedbackLapsed':
      return { unitId: handlings.find(({ id }) => id === event.handlingId)!.leadUnitId } satisfies AlsoKept['FeedbackLapsed'];
    case 'ProposalClosed':
      return { outcome: lastEnding(handlings)?.outcome ?? null } satisfies AlsoKept['ProposalClosed'];
    default:
      return {};
  }
}

/** Of the unit that was the last to be done. */
function lastEnding(handlings: readonly Handling[]): Ending | null {
  const endings = handlings.flatMap(({ ending }) => ending ?? []);
  return endings.reduce<Ending | null>((last, one) => (last === null || one.at > last.at ? one : last), null);
}
