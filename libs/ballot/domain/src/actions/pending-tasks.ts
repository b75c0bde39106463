import { returnedOf } from '../paper-entry/entering.js';
import type { Entries } from '../paper-entry/entries.js';
import { rulingsNeeded } from '../paper-entry/rulings.js';
import { type WrittenNames, namesOn, requiresNameMatching, settledSheets } from '../paper-entry/written-names.js';
import { type BallotAction, refusal } from '../policy/policy.js';
import type { Authority } from '../policy/authority.js';
import { type Ballot, holdersOf } from '../record/ballot.js';
import { procedureOf } from '../rules/procedure.js';
import { hasSealed } from '../rules/vocabulary.js';
import { timeOf } from '../timing/appointments.js';
import { POLICIES } from './allowed-actions.js';
import type { PendingTaskMatter } from './vocabulary.js';

/** Something that a ballot asks of a person. */
export interface PendingTask {
  readonly matter: PendingTaskMatter;
  /** Until when; null where nothing is set and others wait for it now. */
  readonly dueAt: Date | null;
}

/** What is kept of one person's part in a ballot. */
export interface Participation {
  /** There, on the roll, and with nothing to vote with yet. */
  readonly mayReceive: boolean;
  /** Holds a sealed paper. Whether it was cast nobody knows but the device that holds it. */
  readonly holdsSealedPaper: boolean;
  /** The making of the keys waits for this scrutineer. */
  readonly keyMissing: boolean;
  /** The box waits for shares, and this scrutineer gave none. */
  readonly shareMissing: boolean;
  readonly entries: Entries;
  readonly names: WrittenNames;
}

/**
 * What a ballot asks of somebody now, by the rules that decide what may be done: who may do something is not always who owes it. Nothing is
 * owed once it is done, and nothing of others' work.
 */
export function pendingTasksOf(ballot: Ballot, by: Authority, part: Participation, at: Date): readonly PendingTask[] {
  const may = (action: BallotAction): boolean => refusal(POLICIES[action], ballot, by, at) === null;
  const due = (matter: PendingTaskMatter, isOwed: boolean, dueAt: Date | null = null): readonly PendingTask[] =>
    isOwed ? [{ matter, dueAt }] : [];
  const isChief = ballot.officers.some(({ memberId, chief }) => chief && memberId === by.memberId);
  const { state, approval, posting, objections } = ballot;
  return [
    ...due('make-key', may('offer-key') && part.keyMissing, timeOf(ballot, 'open')),
    ...due('receive-paper', hasSealed(ballot.channel) && state === 'ROLL_FROZEN' && part.mayReceive, timeOf(ballot, 'open')),
    ...due('vote', hasSealed(ballot.channel) && state === 'OPEN' && part.holdsSealedPaper, timeOf(ballot, 'close')),
    ...due('give-share', may('add-share') && part.shareMissing),
    ...due('count-hands', state === 'CLOSED' && ballot.hands === null && may('count-hands')),
    ...paperWork(ballot, by, part, may).flatMap((matter) => due(matter, true)),
    ...due('count', state === 'CLOSED' && ballot.hands !== null && by.organises && may('count')),
    ...due('sign', state === 'TALLIED' && may('sign')),
    ...due('begin-lots', may('begin-lots')),
    ...due('draw-lot', may('reveal-lot') || (may('commit-lot') && isChief)),
    ...due('declare', may('declare')),
    ...due('record-approval', may('approve'), approval?.dueAt ?? null),
    ...due('publish', procedureOf(ballot).publication !== null && may('publish')),
    ...due('answer-objection', may('answer-objection'), posting?.endsAt ?? null),
    ...due('annul', objections.upheld > 0 && may('annul')),
    ...due('decide-vacancy', may('decide-vacancy')),
    ...due('archive', may('archive')),
  ];
}

/** What the closed box asks of a teller or scrutineer: first both entries, then what they leave open. */
function paperWork(
  ballot: Ballot,
  by: Authority,
  { entries, names }: Participation,
  may: (action: BallotAction) => boolean,
): readonly PendingTaskMatter[] {
  if (may('enter-sheets') && entries.awaits(by.memberId, returnedOf(ballot))) return ['enter-sheets'];
  if (!may('settle-difference') && !may('rule-on-doubt')) return [];
  const returned = returnedOf(ballot);
  if (!entries.areComplete(returned)) return [];
  const scrutineers = holdersOf(ballot, 'SCRUTINEER').length;
  const isDiffering = entries.differences(returned).some(({ decision }) => decision === null);
  const undecided = entries.doubtful(returned, scrutineers).filter(({ decision }) => decision === null);
  // Where enough have ruled and not alike, each of them is asked again.
  const isAsked = undecided.some(
    ({ rulings }) => rulings.length >= rulingsNeeded(scrutineers) || !rulings.some(({ scrutineerId }) => scrutineerId === by.memberId),
  );
  const settling = may('settle-difference') && isDiffering && !entries.wereMadeBy(by.memberId) ? (['settle-difference'] as const) : [];
  const ruling = may('rule-on-doubt') && isAsked ? (['rule-on-doubt'] as const) : [];
  if (isDiffering || undecided.length > 0 || !may('match-name') || !requiresNameMatching(ballot)) return [...settling, ...ruling];
  const open = names.openAmong(namesOn(settledSheets(ballot, entries)));
  return open.some((name) => names.matchOf(name)?.proposedBy !== by.memberId) ? ['match-name'] : [];
}
