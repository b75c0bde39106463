import type { Json } from '../json.js';
import { Entries } from '../paper-entry/entries.js';
import type { Ballot } from '../record/ballot.js';
import { declare, publish } from '../result/declaring.js';
import { countHands } from '../tally/hands.js';
import { sign } from '../tally/signing.js';
import { tally } from '../tally/tally.js';
import {
  CALENDAR,
  type BallotOverrides,
  NOON,
  ORGANISER,
  RESOLUTION_RULES,
  aBallot,
  by,
  choice,
  hands,
  sheet,
  twoEntries,
} from './ballots.js';

/** NOON is a Monday, 2 March 2026. */
export const APPROVAL = { kind: 'days', n: 15 } as const;
export const PUBLICATION = { kind: 'days', n: 7 } as const;

const digestOf = () => 'digest';

/** A plan by hands: five for it and one against, or as said; signed by both chiefs. */
export function signedPlan(procedure: Json = {}, given: BallotOverrides = {}, yes = 5): Ballot {
  const { closed } = aBallot({ rules: { ...RESOLUTION_RULES, procedure }, ...given });
  return signed(
    tally(countHands(closed, by('t1'), [hands(yes, 6 - yes, 0)]).ballot, ORGANISER, { entries: new Entries(), digestOf }).ballot,
  );
}

/** An election on paper with so many papers, each for the first candidate; `c2` is no member. */
export function unanimousElection(rules: Json, papers = 4, returned = papers): Ballot {
  const { closed } = aBallot({ kind: 'election', channel: 'paper', returned, rules, choices: [choice('c1', 'm1'), choice('c2')] });
  const sheets = Array.from({ length: papers }, (_, nth) => sheet(nth + 1, { c1: 'yes' }));
  return signed(tally(closed, ORGANISER, { entries: twoEntries(sheets), digestOf }).ballot);
}

export const declared = (ballot: Ballot): Ballot => declare(ballot, ORGANISER, CALENDAR, NOON).ballot;
export const published = (ballot: Ballot): Ballot => publish(declared(ballot), ORGANISER, CALENDAR, NOON).ballot;

const signed = (ballot: Ballot): Ballot =>
  ['s1', 't1'].reduce((each, officer) => sign(each, by(officer), each.tally?.digest ?? '', NOON).ballot, ballot);
