import type { BallotView, TurnoutView } from '../../../api/shapes.js';
import { hasSealed } from '../../../shared/ballot/channels.js';

type Papers = Pick<TurnoutView, 'present' | 'issued' | 'returned'>;

/** Who could vote if it were opened now, and who no longer. */
export interface OpeningFigures {
  readonly present: number;
  /** Null where hands are raised: nobody needs a paper. */
  readonly issued: number | null;
  /** There, and with nothing to vote with. */
  readonly without: number;
}

/** `stated` is what the organiser says of papers that were not handed out person by person; left empty everybody there has one. */
export function openingFigures(
  { channel }: Pick<BallotView, 'channel'>,
  { present, issued }: Papers,
  stated: number | null,
): OpeningFigures {
  if (channel === 'hands') return { present, issued: null, without: 0 };
  const papers = issued.inAll ?? (hasSealed(channel) ? 0 : (stated ?? present));
  return { present, issued: papers, without: Math.max(0, present - papers) };
}

/** Whether two versions of a ballot put the same to the vote, under the same rules; who holds a paper or a key by now is something else. */
export function isSamePaper(one: BallotView, other: BallotView): boolean {
  return JSON.stringify(paperOf(one)) === JSON.stringify(paperOf(other));
}

const paperOf = ({ title, rules, items, candidates, subjects, options, grades, rates, officers }: BallotView) => ({
  title,
  rules,
  items,
  candidates,
  subjects,
  options,
  grades,
  rates,
  officers,
});

/** What the box holds when it is closed. */
export interface ClosingFigures {
  readonly issued: number | null;
  readonly returned: number | null;
  /** Papers that are out and not in the box. */
  readonly out: number;
  /** More came back than went out: by the rules that voids the vote. */
  readonly isAbove: boolean;
}

/** `counted` is what the tellers found in a box of paper; of sealed papers the board tells it. */
export function closingFigures(
  { channel }: Pick<BallotView, 'channel'>,
  { issued, returned }: Papers,
  counted: number | null,
): ClosingFigures {
  if (channel === 'hands') return { issued: null, returned: null, out: 0, isAbove: false };
  const found = channel === 'sealed' ? returned.sealed : channel === 'paper' ? counted : (returned.sealed ?? 0) + (counted ?? 0);
  const known = issued.inAll !== null && found !== null;
  const isAbove = channel === 'mixed' ? (counted ?? 0) > (issued.paper ?? 0) : known && found > (issued.inAll ?? 0);
  return { issued: issued.inAll, returned: found, out: known ? Math.max(0, (issued.inAll ?? 0) - found) : 0, isAbove };
}
