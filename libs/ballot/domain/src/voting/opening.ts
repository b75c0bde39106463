import { type DomainError, needed, reaches } from '@plenum/kernel';
import { neededCandidates } from '../counting/gates.js';
import { type PaperRegister, registerFault } from '../issuing/issued-papers.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { awaitsNomination } from '../preparing/nominations.js';
import { officerConflict } from '../preparing/officers.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { IDLE_DESK } from '../record/conduct.js';
import { electionRulesOf, gateRulesOf } from '../rules/rules.js';
import { hasSealed, signsIn } from '../rules/vocabulary.js';
import { type Registration, registrationFault, sealedIssued } from '../sealed/registration.js';

const found = (ballot: Ballot): DomainError | null => (awaitsNomination(ballot) ? BallotErrors.nominationOpen() : null);

export const FREEZE_ROLL: Policy = {
  action: 'freeze-roll',
  who: organiser,
  from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'],
  precondition: found,
};

/**
 * Fixes should-attend (应到) at the number of those who may vote, and the election's id, which salts voting codes; until the voting
 * opens it may be fixed anew, and all papers issued so far are void.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nomination-open`, `ballot.empty-roll`
 */
export function freezeRoll(ballot: Ballot, by: Authority, voters: number, electionId: string | null = null): Change {
  assertAllowed(FREEZE_ROLL, ballot, by);
  if (voters === 0) throw BallotErrors.emptyRoll();
  return changed(ballot, {
    state: 'ROLL_FROZEN',
    roll: voters,
    electionId: hasSealed(ballot.channel) ? electionId : null,
    desk: IDLE_DESK,
  });
}

const ready = (ballot: Ballot): DomainError | null =>
  ballot.officers.length === 0 ? BallotErrors.officersMissing() : (officerConflict(ballot) ?? surplusFault(ballot));

export const OPEN: Policy = { action: 'open', who: organiser, from: ['ROLL_FROZEN'], precondition: ready };

/**
 * Who of the roll is there (all of it, where the whole staff is asked), and how many papers went out; every one present got one
 * where that is not said. Of sealed papers `registration` says it, and of paper the `register`, where one is kept.
 */
export interface Opening {
  readonly present: number;
  readonly issued: number | null;
  readonly sessionIsOpen: boolean;
  readonly registration?: Registration;
  readonly register?: PaperRegister | null;
}

/**
 * Issues the papers and opens the voting, if the quorum holds at this moment (R24).
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.officers-missing`, `ballot.officer-is-candidate`,
 * `ballot.officer-is-relative`, `ballot.too-few-candidates`, `ballot.session-not-open`, `ballot.no-quorum`, `ballot.issued-above-present`;
 * with sealed papers `ballot.keys-missing`, `ballot.nobody-registered`, `ballot.slips-unaccounted`, `ballot.registrations-lost`;
 * `ballot.holders-left`, `ballot.holders-unconfirmed`, `ballot.issued-differs`
 */
export function open(ballot: Ballot, by: Authority, opening: Opening, at: Date): Change {
  const { present, issued, sessionIsOpen, registration, register = null } = opening;
  assertAllowed(OPEN, ballot, by);
  if (signsIn(ballot.electorate) && !sessionIsOpen) throw BallotErrors.sessionNotOpen();
  const roll = ballot.roll ?? 0;
  const { quorum } = gateRulesOf(ballot);
  if (quorum && !reaches(present, quorum, roll)) throw BallotErrors.noQuorum(roll, present, needed(quorum, roll));
  const unready = hasSealed(ballot.channel) ? registrationFault(registration) : null;
  const refused = unready ?? registerFault(register, issued);
  if (refused) throw refused;
  const sealed = registration ? sealedIssued(registration) : null;
  const perChannel = ballot.channel === 'mixed' ? { sealed: sealed ?? 0, paper: register?.holders ?? 0 } : null;
  const papers = perChannel ? perChannel.sealed + perChannel.paper : (sealed ?? register?.holders ?? issued ?? present);
  if (papers > present) throw BallotErrors.issuedAbovePresent(papers, present);
  const byRegister = hasSealed(ballot.channel) || register !== null;
  const parts = { present, issued: papers, issuedPerChannel: perChannel, atOpening: { present, issued: papers, byRegister } };
  return changed(ballot, { ...parts, state: 'OPEN', openedAt: at }, { type: 'BallotOpened' });
}

function surplusFault(ballot: Ballot): DomainError | null {
  const [listed, least] = [ballot.choices.length, candidatesNeeded(ballot)];
  return least !== null && listed < least ? BallotErrors.tooFewCandidates(listed, least) : null;
}

/**
 * How many candidates an election needs before it opens: those that the surplus asks for (R25), or, in a supplementary round for which too
 * few were left, as many as it should have had (R37). Null where no number is asked for.
 */
export function candidatesNeeded(ballot: Ballot): number | null {
  const rules = electionRulesOf(ballot);
  if (rules === null) return null;
  if (ballot.round === 'first') return neededCandidates(rules);
  const { descent } = ballot;
  return descent?.as === 'next-round' && descent.othersMayStand ? rules.seats + (rules.supplementary?.extra ?? 0) : null;
}
