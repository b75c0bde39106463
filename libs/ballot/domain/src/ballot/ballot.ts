import type { Round, SortedPapers } from '../counting/case.js';
import type { CountedOutcome } from '../counting/outcome.js';
import type { Json } from '../json.js';
import type { Nominations } from '../nomination/nominations.js';
import type { Decision } from '../open-seats/decisions.js';
import type { Descent } from '../open-seats/descent.js';
import type { Drawing } from '../open-seats/lots.js';
import type { Relatives } from '../relatives/relatives.js';
import type { Annulment, Approval, ObjectionCounts, ResultPosting } from '../result/life-cycle.js';
import type { Scale } from '../rules/adopted-rules.js';
import type { Channel, Electorate, VotedKind, PresetId } from '../rules/words.js';
import { BallotErrors } from './ballot.errors.js';
import type { BallotEvent } from './ballot.events.js';
import type { Appointment } from '../timing/appointments.js';
import type { Doubtful } from './rulings.js';
import type { BallotState, OfficerRole } from './words.js';

/** A matter or a candidate as it stands on the paper. A candidate who is a member is known by the id too. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly memberId: string | null;
  /** The proposal that an item of a resolution decides, where it decides one. */
  readonly proposalId?: string | null;
}

/** Somebody who watches (监票人) or counts (计票人), adopted by the meeting; one of each role is the chief. */
export interface Officer {
  readonly memberId: string;
  readonly role: OfficerRole;
  readonly chief: boolean;
}

/** The raised hands for one matter or candidate. */
export interface HandCount {
  readonly id: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The grades given to one subject of an appraisal. */
export interface GradeCount {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly abstain: number;
}

/** The votes for one option of a poll. */
export interface OptionCount {
  readonly id: string;
  readonly votes: number;
}

/** What was counted in the hall for one choice, as its kind is counted. */
export type Figures = HandCount | GradeCount | OptionCount;

/** What was found when the voting was closed (清点); null where it is not known apart from the count. */
export interface Found {
  readonly voters: number | null;
  readonly returned: number | null;
}

/** What was found in all, and on a mixed ballot on each channel: the board tells the sealed papers, the tellers those in the box. */
export interface Reconciliation extends Found {
  /** How many of the roll were still there when the voting was closed; left out where nobody signs in. */
  readonly presentAtClose?: number;
  readonly perChannel?: PerChannel<Found>;
  /** Where a figure was mistyped: what the chiefs put right together. */
  readonly corrections?: readonly Correction[];
}

/** A figure of the paper in the box that was put right, or that one chief says has to be. */
export interface Correction {
  readonly before: Found;
  readonly found: Found;
  readonly reason: string;
  readonly by: string;
  /** The other chief; null until the same was said by both. */
  readonly confirmedBy: string | null;
}

/** Something that a mixed ballot has once for its sealed papers and once for those of paper. */
export interface PerChannel<T = number> {
  readonly sealed: T;
  readonly paper: T;
}

/** The figures at the opening: what came later is told apart from them. */
export interface AtOpening {
  readonly present: number;
  readonly issued: number;
  /** Whether it is known who has a paper, not only how many. */
  readonly byRegister: boolean;
}

/** What the desks did besides issuing: papers and slips that count no more, by what became of them. */
export interface DeskFigures {
  readonly papersTakenBack: number;
  readonly credentialsTakenBack: number;
  readonly slipsPrepared: number;
  readonly slipsLost: number;
  readonly slipsTakenBack: number;
  readonly slipsVoided: number;
}

/** What sorting the papers gave, and how scrutineers decided the doubtful ones among them. */
export interface TalliedPapers extends SortedPapers {
  readonly doubtful?: Doubtful;
}

/** Somebody who was written in, by the id in the counting case; null where no member of the organisation is meant. */
export interface WrittenIn {
  readonly id: string;
  readonly memberId: string | null;
}

/** The count: what the engine was given and what it answered. */
export interface Tally {
  /** A case of COUNTING.md with figures, never single papers: whoever has it can count again. Null where a gate stopped the count. */
  readonly countingCase: Json | null;
  readonly outcome: CountedOutcome;
  /** How many papers were spoiled and why, and how doubtful ones were decided; null for hands. */
  readonly papers: TalliedPapers | null;
  /** On a mixed ballot, the figures that add up to those of the case. */
  readonly perChannel?: PerChannel<Json>;
  /** Who was written in, where anybody was. */
  readonly writtenIn?: readonly WrittenIn[];
  /** Fingerprint of the above, which the officers sign. */
  readonly digest: string;
}

export interface Signature {
  readonly memberId: string;
  readonly role: OfficerRole;
  readonly chief: boolean;
  readonly at: Date;
}

/** One act of voting with all that is known of it; never who voted what. Immutable: each behaviour answers a {@link Change}. */
export interface Ballot {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly kind: VotedKind;
  readonly title: string;
  readonly channel: Channel;
  readonly electorate: Electorate;
  readonly round: Round;
  /** The ballot whose outcome asked for this one; null for a first round. */
  readonly follows: string | null;
  /** How it comes from the one that it follows; null for a ballot of its own. */
  readonly descent: Descent | null;
  /** The election whose list this ballot shortens (预选); null for a vote of its own. */
  readonly primaryOf: string | null;
  /** The ballot that this one repeats, since that one was annulled, rejected or decided nothing; it stays as it is. */
  readonly rerunOf: string | null;
  readonly state: BallotState;
  /** Rules in the words of COUNTING.md, as adopted. */
  readonly rules: Json;
  /** The preset that the rules started from; null where none was named. */
  readonly preset: PresetId | null;
  /** Null unless the ballot is an appraisal. */
  readonly scale: Scale | null;
  /** What stands on the paper; of an election that nominates whoever stands so far, in the paper's order once the nomination is closed. */
  readonly choices: readonly Choice[];
  /** Null until a name is put forward. */
  readonly nominations: Nominations | null;
  readonly officers: readonly Officer[];
  /** Who was said to be near relatives; told to organisers and officers alone. */
  readonly relatives: readonly Relatives[];
  /** Who prepares and hands out slips with voting codes; nobody where every voter has a device. */
  readonly codesDesk: readonly string[];
  /** 应到, fixed when the roll is frozen. */
  readonly roll: number | null;
  /** Fixed with the roll: the salt of the voting codes, and the id of the archive. Null where nothing is sealed. */
  readonly electionId: string | null;
  /** 实到 and 发出, fixed when the voting opens; they grow only by late arrivals, where the rules admit them. */
  readonly present: number | null;
  readonly issued: number | null;
  /** The parts of `issued` on a mixed ballot; null on another, and until the voting opens. */
  readonly issuedPerChannel: PerChannel | null;
  readonly atOpening: AtOpening | null;
  readonly desk: DeskFigures;
  readonly reconciliation: Reconciliation | null;
  readonly hands: readonly Figures[] | null;
  readonly tally: Tally | null;
  readonly signatures: readonly Signature[];
  /** Every drawing of lots, the latest last; one that came to nothing stays. */
  readonly drawings: readonly Drawing[];
  /** What was decided about seats that the count left open. */
  readonly decisions: readonly Decision[];
  /** When the voting opens and closes by itself, and what became of that. */
  readonly appointments: readonly Appointment[];
  /** The ballot that this one rehearses; null of a real one. */
  readonly rehearses: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** When the host declared the result: from then on everybody of the organisation reads it. */
  readonly declaredAt: Date | null;
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
  /** Whether the higher body approves; null where nobody asks it, and until the declaration. */
  readonly approval: Approval | null;
  /** How long the result is posted; null where the rules give no period, and until the publication. */
  readonly posting: ResultPosting | null;
  readonly objections: ObjectionCounts;
  readonly annulment: Annulment | null;
  /** Counts the changes; 1 is the draft. */
  readonly version: number;
}

/** Nothing was prepared, and nothing taken back. */
export const IDLE_DESK: DeskFigures = { papersTakenBack: 0, credentialsTakenBack: 0, slipsPrepared: 0, slipsLost: 0, slipsTakenBack: 0, slipsVoided: 0 };

/** What a behaviour did: the ballot as it is now, and the facts that others hear of. */
export interface Change {
  readonly ballot: Ballot;
  readonly events: readonly BallotEvent[];
}

/** The ballot with the given parts replaced, one version on. */
export function changed(ballot: Ballot, parts: Partial<Ballot>, ...events: BallotEvent[]): Change {
  return { ballot: { ...ballot, ...parts, version: ballot.version + 1 }, events };
}

/** Refuses a change that was made on a version which somebody has changed since. @throws `ballot.outdated` */
export function assertCurrent({ version }: Pick<Ballot, 'version'>, read: number | undefined): void {
  if (read !== undefined && read !== version) throw BallotErrors.outdated(version);
}

/** The members who hold a role on the ballot. */
export const holdersOf = ({ officers }: Pick<Ballot, 'officers'>, role: OfficerRole): readonly string[] =>
  officers.filter((officer) => officer.role === role).map(({ memberId }) => memberId);
