import type { CivilDate } from '@plenum/calendar';
import type { ClearanceKind, HandlingState, MatterState, RequestKind } from '../vocabulary/vocabulary.js';
import type { DeadlineMatter } from './proposal.events.js';

/** What tells that a word holds: where the matter stands, or the work of one of its units; that somebody was asked; that a day was set. */
export type StatusSign =
  | { readonly of: 'matter'; readonly states: readonly MatterState[] }
  | { readonly of: 'handling'; readonly states: readonly HandlingState[] }
  | { readonly of: 'request'; readonly kinds: readonly RequestKind[] }
  | { readonly of: 'deadline'; readonly matter: DeadlineMatter; readonly runs: DeadlineRun };

/** How far a deadline has run: it is open at all; its first reminder is due and its last day not over; its last day is over. */
type DeadlineRun = 'at-all' | 'soon' | 'over';

/**
 * Whom a word is told: everybody who may read the matter; the committee and the units that it concerns; the same but for who proposes it;
 * those who may see its ratings.
 */
type Audience = 'readers' | 'desks' | 'workers' | 'raters';

interface WordRule {
  readonly sign: StatusSign;
  readonly toldTo: Audience;
}

const matter = (...states: MatterState[]): WordRule => ({ sign: { of: 'matter', states }, toldTo: 'readers' });
const handling = (...states: HandlingState[]): WordRule => ({ sign: { of: 'handling', states }, toldTo: 'readers' });
const asked = (...kinds: RequestKind[]): WordRule => ({ sign: { of: 'request', kinds }, toldTo: 'desks' });
const cleared = (kind: ClearanceKind): WordRule => ({ sign: { of: 'request', kinds: [kind] }, toldTo: 'workers' });

/**
 * What such offices call what a matter waits for (已逾期, 临期, 未联系提案人, 协办未会签, 督办未审核, 委员未评价), the most urgent first. It
 * says more than the state, and of a matter with several units there may be several. That somebody has not rated tells who did: a unit
 * does not hear it (DOMAIN 1.10). How far a reply is drafted no proposer hears, whatever else they are. The words of one matter and the
 * conditions of the lists are made from this table alone.
 */
export const STATUS_WORDS = {
  OVERDUE: { sign: { of: 'deadline', matter: 'reply', runs: 'over' }, toldTo: 'readers' },
  DUE_SOON: { sign: { of: 'deadline', matter: 'reply', runs: 'soon' }, toldTo: 'readers' },
  TO_REVIEW: matter('SUBMITTED'),
  TO_REVISE: matter('RETURNED'),
  TO_DECIDE: matter('PRESIDIUM'),
  MERGE_UNANSWERED: asked('merge-consent'),
  WITHDRAWAL_UNANSWERED: asked('withdrawal-consent'),
  RECONSIDERATION_UNDECIDED: asked('reconsideration'),
  TO_ASSIGN: matter('FILED', 'SUGGESTION'),
  TO_ACKNOWLEDGE: handling('ASSIGNED'),
  NOT_CONTACTED: { sign: { of: 'deadline', matter: 'contact', runs: 'over' }, toldTo: 'desks' },
  OBJECTION_UNDECIDED: asked('objection', 'routing-objection'),
  ADDED_UNIT_UNDECIDED: asked('add-unit'),
  EXTENSION_UNDECIDED: asked('extension'),
  NOT_CLARIFIED: asked('clarification'),
  NO_ASSISTING_OPINION: cleared('assisting-opinion'),
  NOT_COUNTERSIGNED: cleared('countersign'),
  NOT_SIGNED_OFF: cleared('sign-off'),
  NOT_AUDITED: cleared('committee-audit'),
  NOT_RATED: { sign: { of: 'deadline', matter: 'feedback', runs: 'at-all' }, toldTo: 'raters' },
  TO_MEET: handling('ESCALATED'),
  TO_END: handling('RATED'),
  PROMISE_OVERDUE: { sign: { of: 'deadline', matter: 'commitment', runs: 'over' }, toldTo: 'desks' },
} as const satisfies Readonly<Record<string, WordRule>>;

export type StatusWord = keyof typeof STATUS_WORDS;

export const STATUS_WORD_NAMES = Object.keys(STATUS_WORDS) as readonly StatusWord[];

/** What is asked of somebody about a matter and not answered. */
export interface OpenQuestion {
  readonly kind: RequestKind;
  /** It is about the work of a unit of whoever reads it. */
  readonly isOwn: boolean;
}

/** What is owed on a matter and not done. */
export interface OpenDeadline {
  readonly matter: DeadlineMatter;
  /** Null while nobody knows the day: it waits for the next session to be set up. */
  readonly dueOn: CivilDate | null;
  /** The day of its first reminder; null where nobody is reminded before the day. */
  readonly remindOn: CivilDate | null;
  readonly isStopped: boolean;
  /** A unit of whoever reads it owes it. */
  readonly isOwn: boolean;
}

/** A matter as far as its words are made of it. */
export interface StatusFacts {
  readonly state: MatterState;
  readonly handlings: readonly HandlingState[];
  readonly requests: readonly OpenQuestion[];
  readonly deadlines: readonly OpenDeadline[];
}

/** Who reads the words of a matter. */
export interface StatusReader {
  /** Of the committee. */
  readonly isCommittee: boolean;
  /** Is, or ever was, of a unit that handles it: its ratings are kept from them. */
  readonly isOfUnit: boolean;
  /** Proposes it, alone or jointly. */
  readonly isProposer: boolean;
}

/** The words that hold for a matter on a day, as far as this reader is told them; the most urgent first. */
export function statusWords(facts: StatusFacts, reader: StatusReader, today: CivilDate): readonly StatusWord[] {
  return STATUS_WORD_NAMES.filter((word) => {
    const { sign, toldTo }: WordRule = STATUS_WORDS[word];
    if (toldTo === 'raters' && (!reader.isCommittee || reader.isOfUnit)) return false;
    if (toldTo === 'workers' && reader.isProposer) return false;
    const isTold = ({ isOwn }: { readonly isOwn: boolean }): boolean => toldTo === 'readers' || reader.isCommittee || isOwn;
    return holds(sign, { ...facts, requests: facts.requests.filter(isTold), deadlines: facts.deadlines.filter(isTold) }, today);
  });
}

function holds(sign: StatusSign, { state, handlings, requests, deadlines }: StatusFacts, today: CivilDate): boolean {
  switch (sign.of) {
    case 'matter':
      return sign.states.includes(state);
    case 'handling':
      return handlings.some((one) => sign.states.includes(one));
    case 'request':
      return requests.some(({ kind }) => sign.kinds.includes(kind));
    case 'deadline':
      return deadlines.some((one) => one.matter === sign.matter && hasRun(one, sign.runs, today));
  }
}

/** What nobody knows the day of, or stands still, is open and neither due soon nor late. */
function hasRun({ dueOn, remindOn, isStopped }: OpenDeadline, runs: DeadlineRun, today: CivilDate): boolean {
  if (runs === 'at-all') return true;
  if (dueOn === null || isStopped) return false;
  return runs === 'over' ? dueOn < today : dueOn >= today && remindOn !== null && remindOn <= today;
}
