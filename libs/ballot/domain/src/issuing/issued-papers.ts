import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { procedureOf } from '../rules/procedure.js';
import { hasPaper } from '../rules/vocabulary.js';
import { type Claimant, holdingFault, rollFault } from './claimant.js';

/** Once the voting is open papers go to late arrivals alone, where the rules admit them (R35). */
const tooLate = (ballot: Ballot): DomainError | null =>
  ballot.state === 'OPEN' && procedureOf(ballot).lateArrivals === 'excluded' ? BallotErrors.lateArrival() : null;

export const ISSUE_PAPER: Policy = {
  action: 'issue-paper',
  who: officer,
  from: ['ROLL_FROZEN', 'OPEN'],
  channel: hasPaper,
  precondition: tooLate,
};

/**
 * Hands a paper to somebody on the roll who is there (发票); who has one already keeps it. While the voting is open the arrival is
 * counted among those present and the papers issued; the quorum stays as it was proven at the opening (R24).
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.late-arrival`, `ballot.not-on-roll`,
 *   `ballot.not-present`, `ballot.has-credential`, `ballot.has-slip`; `ballot.has-paper` for who was there when papers were
 *   issued without a register
 */
export function issuePaper(ballot: Ballot, by: Authority, to: Claimant): Change {
  assertAllowed(ISSUE_PAPER, ballot, by);
  const refused = rollFault(to) ?? (to.holds === 'paper' ? null : holdingFault(to));
  if (refused) throw refused;
  if (to.holds === 'paper' || ballot.state === 'ROLL_FROZEN') return { ballot, events: [] };
  const { present, issued, issuedPerChannel, atOpening } = ballot;
  if (to.wasPresent && !atOpening?.byRegister) throw BallotErrors.hasPaper();
  return changed(ballot, {
    present: (present ?? 0) + Number(!to.wasPresent),
    issued: (issued ?? 0) + 1,
    issuedPerChannel: issuedPerChannel && { ...issuedPerChannel, paper: issuedPerChannel.paper + 1 },
  });
}

export const TAKE_BACK_PAPER: Policy = { action: 'take-back-paper', who: officer, from: ['ROLL_FROZEN'], channel: hasPaper };

/**
 * Takes a paper back before the opening: spoiled, to be exchanged, or of somebody who leaves or votes on a device. It is void, and counted.
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-paper`
 */
export function takeBackPaper(ballot: Ballot, by: Authority, { holds }: Pick<Claimant, 'holds'>): Change {
  assertAllowed(TAKE_BACK_PAPER, ballot, by);
  if (holds !== 'paper') throw BallotErrors.noPaper();
  return changed(ballot, { desk: { ...ballot.desk, papersTakenBack: ballot.desk.papersTakenBack + 1 } });
}

/** Who has a paper, where that is kept person by person. */
export interface PaperRegister {
  /** How many have one (发出). */
  readonly holders: number;
  /** Who has one and is not there any more. */
  readonly left: readonly string[];
}

/** Whether papers are issued person by person: always beside sealed ones, and as soon as the desk issued one. */
export const keepsRegister = ({ channel, desk }: Pick<Ballot, 'channel' | 'desk'>, holders: number): boolean =>
  channel === 'mixed' || (channel === 'paper' && (holders > 0 || desk.papersTakenBack > 0));

/** What keeps registered papers from the opening; null when nothing does. `stated` is the number that was told beside. */
export function registerFault(register: PaperRegister | null, stated: number | null): DomainError | null {
  if (!register) return null;
  if (register.left.length > 0) return BallotErrors.holdersLeft(register.left);
  return stated !== null && stated !== register.holders ? BallotErrors.issuedDiffers(stated, register.holders) : null;
}
