import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { OFFICER_ROLES, type OfficerRole, type Officer } from '../record/conduct.js';
import { type Channel, hasSealed } from '../rules/vocabulary.js';
import { thresholdTrusteesFault } from '../sealed/key-ceremony.js';
import { relatedOfficers } from './relatives.js';

/** Whom the meeting adopted as scrutineers (监票人) and tellers (计票人), and the chief of each. */
export interface AdoptedOfficers {
  readonly scrutineers: readonly string[];
  readonly chiefScrutineer: string;
  readonly tellers: readonly string[];
  readonly chiefTeller: string;
  /** Who prepares and hands out the slips with voting codes; nobody where every voter has a device. */
  readonly codesDesk?: readonly string[];
}

/**
 * Paper is entered by two tellers blind to each other; hands need one, and a sealed ballot one to sign what was opened. Sealed
 * papers need two scrutineers: one alone could open each of them. A mixed ballot needs both.
 */
const OFFICERS_MIN: Record<Channel, Record<OfficerRole, number>> = {
  hands: { SCRUTINEER: 1, TELLER: 1 },
  paper: { SCRUTINEER: 1, TELLER: 2 },
  sealed: { SCRUTINEER: 2, TELLER: 1 },
  mixed: { SCRUTINEER: 2, TELLER: 2 },
};

export const NAME_OFFICERS: Policy = { action: 'name-officers', who: organiser, from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'] };

/**
 * Names the officers, in place of those named before. The codes desk is nobody else's: scrutineers open papers, and with the codes
 * they could tell whose each is. `known` are the active members of the organisation among them.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.officer-unknown`, `ballot.two-roles`, `ballot.chief-not-named`,
 *   `ballot.too-few-officers`, `ballot.fewer-than-shares`, `ballot.officer-is-candidate` (R38, R39), `ballot.officer-is-relative` (R40),
 *   `ballot.wrong-channel` for codes where nothing is sealed
 */
export function nameOfficers(ballot: Ballot, by: Authority, named: AdoptedOfficers, known: ReadonlySet<string>): Change {
  assertAllowed(NAME_OFFICERS, ballot, by);
  const { codesDesk = [] } = named;
  if (codesDesk.length > 0 && !hasSealed(ballot.channel)) throw BallotErrors.wrongChannel('prepare-slips', ballot.channel);
  const officers: Officer[] = [
    ...named.scrutineers.map((memberId) => ({ memberId, role: 'SCRUTINEER' as const, chief: memberId === named.chiefScrutineer })),
    ...named.tellers.map((memberId) => ({ memberId, role: 'TELLER' as const, chief: memberId === named.chiefTeller })),
  ];
  const refused =
    faultOf(officers, codesDesk, ballot.channel, known) ??
    thresholdTrusteesFault({ ...ballot, officers }) ??
    officerConflict({ ...ballot, officers, codesDesk });
  if (refused) throw refused;
  return changed(ballot, { officers, codesDesk });
}

/**
 * Who counts a vote cannot stand in it (R38), nor, where the rules say so, a near relative of who does (R40): asked whenever officers or
 * candidates change, and again at the opening.
 */
export function officerConflict(ballot: Parameters<typeof relatedOfficers>[0] & Partial<Pick<Ballot, 'codesDesk'>>): DomainError | null {
  const { officers, codesDesk = [], choices } = ballot;
  const candidates = new Set(choices.map(({ memberId }) => memberId));
  const standing = [...officers.map(({ memberId }) => memberId), ...codesDesk].filter((memberId) => candidates.has(memberId));
  if (standing.length > 0) return BallotErrors.officerIsCandidate(standing);
  const related = relatedOfficers(ballot);
  return related.length > 0 ? BallotErrors.officerIsRelative(related) : null;
}

function faultOf(
  officers: readonly Officer[],
  codesDesk: readonly string[],
  channel: Channel,
  known: ReadonlySet<string>,
): DomainError | null {
  const ids = [...officers.map(({ memberId }) => memberId), ...codesDesk];
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) return BallotErrors.officerUnknown(unknown);
  const twice = ids.filter((id, nth) => ids.indexOf(id) < nth);
  if (twice.length > 0) return BallotErrors.twoRoles(twice);
  for (const role of OFFICER_ROLES) {
    const [least, named] = [OFFICERS_MIN[channel][role], officers.filter((officer) => officer.role === role).length];
    if (named < least) return BallotErrors.tooFewOfficers(role, least);
  }
  const chiefs = officers.filter(({ chief }) => chief);
  return chiefs.length === 2 ? null : BallotErrors.chiefNotNamed();
}
