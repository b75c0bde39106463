import { type DomainError, needed, reaches } from '@plenum/kernel';
import { awaitsNomination } from '../preparing/nominations.js';
import { officerConflict } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { gateRulesOf } from '../rules/rules.js';
import { hasSealed, signsIn } from '../rules/vocabulary.js';
import { type Registration, registrationFault } from '../sealed/registration.js';
import { candidatesNeeded } from '../voting/opening.js';
import type { ReadinessGate, RehearsalEnd } from './vocabulary.js';

/** What is known beside the ballot when somebody asks whether it can open. */
export interface ReadinessContext {
  readonly sessionIsOpen: boolean;
  /** Who of the roll is there now. */
  readonly present: number;
  /** Of a sealed ballot; null of another one. */
  readonly registration: Registration | null;
  /** How the latest rehearsal ended; null where there was none, or it is still running. */
  readonly rehearsal: RehearsalEnd | null;
}

/** One gate: go, or no go and the refusal that the opening would meet. */
export interface ReadinessFinding {
  readonly gate: ReadinessGate;
  readonly refusal: DomainError | null;
}

/**
 * The go / no-go sheet of a ballot that is not open yet: every gate of the opening, each looked at by itself, so that all that is missing
 * is seen at once. The gates are those of the opening itself; only the rehearsal is advice and blocks nothing.
 */
export function readinessOf(ballot: Ballot, around: ReadinessContext): readonly ReadinessFinding[] {
  const sealed = hasSealed(ballot.channel);
  const gates: readonly (readonly [ReadinessGate, DomainError | null, boolean?])[] = [
    ['rules', ballot.state === 'RULES_DRAFT' ? BallotErrors.wrongState('open', ballot.state) : null],
    ['candidates', candidatesFault(ballot), ballot.kind === 'election'],
    ['roll', ballot.roll ? null : BallotErrors.emptyRoll()],
    ['officers', ballot.officers.length === 0 ? BallotErrors.officersMissing() : officerConflict(ballot)],
    ['keys', keysFault(ballot, around.registration), sealed],
    ['papers', registrationFault({ registered: 0, left: [], ...around.registration, keysMissing: [] }), sealed],
    ['session', around.sessionIsOpen ? null : BallotErrors.sessionNotOpen(), signsIn(ballot.electorate)],
    ['quorum', quorumFault(ballot, around.present), gateRulesOf(ballot).quorum !== null],
    ['rehearsal', around.rehearsal === 'accepted' ? null : BallotErrors.notRehearsed(around.rehearsal ?? 'none'), sealed],
  ];
  return gates.filter(([, , applies = true]) => applies).map(([gate, refusal]) => ({ gate, refusal }));
}

function candidatesFault(ballot: Ballot): DomainError | null {
  if (awaitsNomination(ballot)) return BallotErrors.nominationOpen();
  const [listed, least] = [ballot.choices.length, candidatesNeeded(ballot) ?? 1];
  return listed < least ? BallotErrors.tooFewCandidates(listed, least) : null;
}

/** Without scrutineers there is nobody to make a key. */
function keysFault(ballot: Ballot, registration: Registration | null): DomainError | null {
  if (ballot.officers.length === 0) return BallotErrors.officersMissing();
  const missing = registration?.keysMissing ?? [];
  return missing.length > 0 ? BallotErrors.keysMissing(missing) : null;
}

function quorumFault(ballot: Ballot, present: number): DomainError | null {
  const { quorum } = gateRulesOf(ballot);
  const roll = ballot.roll ?? 0;
  return quorum && !reaches(present, quorum, roll) ? BallotErrors.noQuorum(roll, present, needed(quorum, roll)) : null;
}
