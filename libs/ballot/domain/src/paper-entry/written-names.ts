import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer } from '../policy/authority.js';
import { type Ballot, type Change, changed, holdersOf } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { WrittenIn } from '../record/count.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { electionRulesOf } from '../rules/rules.js';
import { hasPaper } from '../rules/vocabulary.js';
import { UNCOUNTED, returnedOf, notYetSigned } from './entering.js';
import type { Entries, SettledSheet } from './entries.js';

/** Whom a name written in on a paper means: one member, one listed candidate, or somebody known by one canonical name. */
export interface NameStatement {
  /** As it stands on the papers. */
  readonly name: string;
  readonly memberId: string | null;
  readonly candidateId: string | null;
  /** What the person is called in the result. */
  readonly label: string;
  /** Whether the meeting admits the person as electable. */
  readonly eligible: boolean;
}

/** A statement of one officer, and of the other who confirmed it; null until then. */
export interface NameMatch extends NameStatement {
  readonly proposedBy: string;
  readonly confirmedBy: string | null;
}

/** What the names written in come to. */
export interface MergedNames {
  readonly sheets: readonly SettledSheet[];
  readonly ineligible: readonly string[];
  readonly writtenIn: readonly WrittenIn[];
}

/**
 * The desk at which two officers match the names written in: the same person written three ways is one before the count (DOMAIN 6.3, 18).
 */
export class WrittenNames {
  constructor(private readonly matches: readonly NameMatch[] = []) {}

  matchOf(name: string): NameMatch | null {
    return this.matches.find((match) => match.name === name) ?? null;
  }

  /** Whether somebody else already goes by that name in the result. */
  isTaken(statement: NameStatement): boolean {
    return this.matches.some((match) => match.name !== statement.name && match.label === statement.label && !areOne(match, statement));
  }

  /** The names for which nothing stands yet: not confirmed, or the same person here electable and there not. */
  openAmong(names: readonly string[]): readonly string[] {
    return names.filter((name) => {
      const match = this.matchOf(name);
      if (!match?.confirmedBy) return true;
      return names.some((other) => {
        const also = this.matchOf(other);
        return also !== null && areOne(also, match) && also.eligible !== match.eligible;
      });
    });
  }

  /** The sheets with one id for each person, in the count's words. @throws `ballot.names-unmatched` */
  merged(ballot: Ballot, sheets: readonly SettledSheet[]): MergedNames {
    if (!requiresNameMatching(ballot)) return { sheets, ineligible: [], writtenIn: [] };
    const names = namesOn(sheets);
    const open = this.openAmong(names);
    if (open.length > 0) throw BallotErrors.namesUnmatched(open.length);
    const found = names.map((name) => this.matchOf(name)).filter((match) => match !== null);
    // What somebody is called may have changed between two statements: one person is still one write-in.
    const matched = found.map((match) => ({ ...match, label: found.find((other) => areOne(other, match))?.label ?? match.label }));
    const ids = new Map(matched.map((match) => [match.name, idOf(ballot, match)]));
    const listed = new Set(ballot.choices.map(({ id }) => id));
    const writtenIn = new Map(matched.map((match) => [idOf(ballot, match), match.memberId] as const).filter(([id]) => !listed.has(id)));
    return {
      sheets: sheets.map((sheet) => ({ ...sheet, writeIns: sheet.writeIns.map((name) => ids.get(name) ?? name) })),
      ineligible: [...new Set(matched.filter(({ eligible }) => !eligible).map((match) => idOf(ballot, match)))]
        .filter((id) => !listed.has(id))
        .sort(),
      writtenIn: [...writtenIn].map(([id, memberId]) => ({ id, memberId })).sort((one, other) => (one.id < other.id ? -1 : 1)),
    };
  }
}

/** The names on sheets that are not spoiled already, each spelling once, in the order of spelling. */
export const namesOn = (sheets: readonly SettledSheet[]): readonly string[] =>
  [...new Set(sheets.flatMap(({ writeIns }) => writeIns))].sort();

/** Where nobody may be written in a name spoils its paper, whoever is meant. */
export const requiresNameMatching = (ballot: KindRules): boolean => (electionRulesOf(ballot)?.writeIns ?? 'none') !== 'none';

const noNames = (ballot: Ballot): DomainError | null => (requiresNameMatching(ballot) ? notYetSigned(ballot) : BallotErrors.noWriteIns());

export const MATCH_NAME: Policy = {
  action: 'match-name',
  who: officer,
  from: ['CLOSED', 'TALLIED'],
  channel: hasPaper,
  precondition: noNames,
};
export const CONFIRM_NAME: Policy = {
  action: 'confirm-name',
  who: officer,
  from: ['CLOSED', 'TALLIED'],
  channel: hasPaper,
  precondition: noNames,
};

/** What the desk works on. */
export interface NameMatching {
  readonly entries: Entries;
  readonly names: WrittenNames;
}

/**
 * An officer says whom a written name means, in place of what was said before; another must confirm it. A count already made is open again.
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-write-ins`, `ballot.already-signed`,
 * `ballot.entries-incomplete`, `ballot.differences-open`, `ballot.doubts-open`, `ballot.name-not-written`, `ballot.name-taken`,
 * `ballot.person-unknown`
 */
export function matchName(
  ballot: Ballot,
  by: Authority,
  desk: NameMatching,
  statement: NameStatement,
): { change: Change; match: NameMatch } {
  assertAllowed(MATCH_NAME, ballot, by);
  assertWritten(ballot, desk, statement.name);
  const isListed = ballot.choices.some(({ id }) => id === statement.candidateId);
  if (statement.candidateId !== null && !isListed) throw BallotErrors.personUnknown();
  const isId = statement.candidateId === null && ballot.choices.some(({ id }) => id === statement.label);
  if (isId || desk.names.isTaken(statement)) throw BallotErrors.nameTaken();
  return { change: changed(ballot, UNCOUNTED), match: { ...statement, proposedBy: by.memberId, confirmedBy: null } };
}

/**
 * Another officer confirms what was said of a written name, saying the same.
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-write-ins`, `ballot.already-signed`,
 * `ballot.entries-incomplete`, `ballot.differences-open`, `ballot.doubts-open`, `ballot.name-not-written`, `ballot.match-differs`,
 * `ballot.same-officer`
 */
export function confirmName(
  ballot: Ballot,
  by: Authority,
  desk: NameMatching,
  statement: NameStatement,
): { change: Change; match: NameMatch } {
  assertAllowed(CONFIRM_NAME, ballot, by);
  assertWritten(ballot, desk, statement.name);
  const match = desk.names.matchOf(statement.name);
  if (!match || !areOne(match, statement) || match.eligible !== statement.eligible) throw BallotErrors.matchDiffers();
  if (match.proposedBy === by.memberId) throw BallotErrors.sameOfficer();
  return { change: changed(ballot, UNCOUNTED), match: { ...match, confirmedBy: by.memberId } };
}

/** Whether the sheets stand, so that names on them can be matched. */
export const areSheetsSettled = (ballot: Ballot, entries: Entries): boolean =>
  entries.areSettled(returnedOf(ballot), holdersOf(ballot, 'SCRUTINEER').length);

/**
 * The sheets as they stand before names are matched. @throws `ballot.entries-incomplete`, `ballot.differences-open`, `ballot.doubts-open`
 */
export const settledSheets = (ballot: Ballot, entries: Entries): readonly SettledSheet[] =>
  entries.settled(returnedOf(ballot), holdersOf(ballot, 'SCRUTINEER').length);

function assertWritten(ballot: Ballot, { entries }: NameMatching, name: string): void {
  if (!namesOn(settledSheets(ballot, entries)).includes(name)) throw BallotErrors.nameNotWritten();
}

function areOne(one: NameStatement, other: NameStatement): boolean {
  if (one.memberId !== null || other.memberId !== null) return one.memberId === other.memberId;
  if (one.candidateId !== null || other.candidateId !== null) return one.candidateId === other.candidateId;
  return one.label === other.label;
}

/** A listed candidate goes by the id on the paper, which spoils it (COUNTING, rules for papers); anybody else by the name in the result. */
const idOf = ({ choices }: Ballot, { memberId, candidateId, label }: NameStatement): string =>
  candidateId ?? choices.find((choice) => memberId !== null && choice.memberId === memberId)?.id ?? label;
