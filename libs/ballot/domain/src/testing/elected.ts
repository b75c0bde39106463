import { WrittenNames } from '../paper-entry/written-names.js';
import type { Ballot } from '../record/ballot.js';
import type { Choice } from '../record/candidates.js';
import { declare } from '../result/declaring.js';
import { sign } from '../tally/signing.js';
import { tally } from '../tally/tally.js';
import { CALENDAR, ELECTION_RULES, NOON, ORGANISER, aBallot, by, matched, sheet, twoEntries } from './ballots.js';

/** What an election was counted from. */
export interface CountedElection {
  readonly rules?: object;
  /** One paper each; one without a mark has the names written in. */
  readonly marks: readonly Readonly<Record<string, string>>[];
  readonly choices?: readonly Choice[];
  readonly writeIns?: readonly string[];
}

/** An election on paper that two officers signed; the chiefs, unless others are named. */
export function signedElection(
  { rules = {}, marks, choices, writeIns = [] }: CountedElection,
  signers: readonly string[] = ['s1', 't1'],
): Ballot {
  const sheets = marks.map((each, nth) => sheet(nth + 1, each, Object.keys(each).length === 0 ? writeIns : []));
  const given = { kind: 'election', channel: 'paper', returned: sheets.length, rules: { ...ELECTION_RULES, ...rules } } as const;
  const { closed } = aBallot(choices ? { ...given, choices } : given);
  const { ballot } = tally(closed, ORGANISER, {
    entries: twoEntries(sheets),
    names: new WrittenNames(writeIns.map((name) => matched(name))),
    digestOf: (text) => text,
  });
  return signers.reduce((each, officer) => sign(each, by(officer), each.tally?.digest ?? '', NOON).ballot, ballot);
}

/** The same, with its result declared. */
export const declaredElection = (counted: CountedElection): Ballot => declare(signedElection(counted), ORGANISER, CALENDAR, NOON).ballot;
