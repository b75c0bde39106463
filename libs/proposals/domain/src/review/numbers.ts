import type { CivilDate } from '@plenum/calendar';
import type { ProposalSettings } from '../call/settings.js';
import type { Proposal } from '../proposal/proposal.js';
import { docketNumberBy } from '../call/docket-pattern.js';

/** What is counted from 1 without gaps in each session: what was received, what was filed, and suggestions. */
export const NUMBER_SERIES = ['RECEIPT', 'PROPOSAL', 'SUGGESTION'] as const;
export type NumberSeries = (typeof NUMBER_SERIES)[number];

/** The next number of each series that a proposal is owed one of. */
export type DrawnNumbers = Readonly<Partial<Record<NumberSeries, number>>>;

/** What a docket number may name besides the running number: the session, and the day on which it was given. */
export interface NumberingSession {
  readonly termNo: number;
  readonly sessionNo: number;
  readonly today: CivilDate;
}

type Numbered = Pick<Proposal, 'submittedAt' | 'receiptNo' | 'docketNo' | 'track'>;

/**
 * The series in which the proposal is owed a number that it does not have, always in the same order: a receipt number (收文号) once it was
 * handed in, and a docket number (案号) of its track once it has one and the call numbers that track.
 */
export function numbersOwed({ submittedAt, receiptNo, docketNo, track }: Numbered, settings: ProposalSettings): readonly NumberSeries[] {
  const receipt = submittedAt !== null && receiptNo === null;
  const docket = track !== null && docketNo === null && patternOf(track, settings) !== null;
  return [...(receipt ? (['RECEIPT'] as const) : []), ...(docket ? [track] : [])];
}

/** The proposal with the numbers that were drawn for it. It is no change of its own: it is part of the one that made them owed. */
export function numbered(proposal: Proposal, drawn: DrawnNumbers, session: NumberingSession, settings: ProposalSettings): Proposal {
  const { track } = proposal;
  const docket = track === null ? undefined : drawn[track];
  const pattern = track === null ? null : patternOf(track, settings);
  return {
    ...proposal,
    receiptNo: drawn.RECEIPT ?? proposal.receiptNo,
    docketNo:
      track === null || docket === undefined || pattern === null
        ? proposal.docketNo
        : docketNumberBy(pattern, { ...session, track, number: docket }),
  };
}

const patternOf = (track: 'PROPOSAL' | 'SUGGESTION', { docketPattern, suggestionPattern }: ProposalSettings): string | null =>
  track === 'PROPOSAL' ? docketPattern : suggestionPattern;
