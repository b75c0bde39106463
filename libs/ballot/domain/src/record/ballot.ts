import { assertVersion } from '@plenum/kernel';
import { blankOf, type Fields } from '../fields.js';
import { ADOPTED_RULES_FIELDS, type KindRules, type RuleFrame } from '../rules/adopted-rules.js';
import { BallotErrors } from './ballot.errors.js';
import type { BallotEvent } from './ballot.events.js';
import { CANDIDATES_FIELDS, type Candidates } from './candidates.js';
import { CONDUCT_FIELDS, type Conduct, type OfficerRole } from './conduct.js';
import { COUNT_FIELDS, type Count } from './count.js';
import { LINEAGE_FIELDS, type Lineage } from './lineage.js';
import { RESULT_FIELDS, type Result } from './result.js';
import type { BallotState } from './vocabulary.js';

/** What a ballot is called and how far it has come. */
export interface Heading {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly state: BallotState;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Counts the changes; 1 is the draft. */
  readonly version: number;
}

export const HEADING_FIELDS: Fields<Heading> = {
  id: { audited: false },
  organisationId: { audited: false },
  sessionId: { audited: false },
  title: { audited: true },
  state: { audited: true },
  createdBy: { audited: false },
  createdAt: { audited: false },
  version: { audited: false },
};

/** One act of voting with all that is known of it; never who voted what. Immutable: each behaviour answers a {@link Change}. */
export type Ballot = KindRules & BallotParts;

/** What a ballot has whatever is voted on. */
export interface BallotParts extends Heading, RuleFrame, Lineage, Candidates, Conduct, Count, Result {}

const FOUND_LATER = { ...LINEAGE_FIELDS, ...CANDIDATES_FIELDS, ...CONDUCT_FIELDS, ...COUNT_FIELDS, ...RESULT_FIELDS };

/** Every field of a ballot, as its part has it. */
export const BALLOT_FIELDS: Fields<Ballot> = { ...HEADING_FIELDS, ...ADOPTED_RULES_FIELDS, ...FOUND_LATER };

/** What a ballot has before anything was done about it. */
export const BLANK: Lineage & Candidates & Conduct & Count & Result = blankOf(FOUND_LATER);

/** What a behaviour did: the ballot as it is now, and the facts that others hear of. */
export interface Change {
  readonly ballot: Ballot;
  readonly events: readonly BallotEvent[];
}

/** The ballot with the given parts replaced, one version on. */
export function changed(ballot: Ballot, parts: Partial<BallotParts>, ...events: BallotEvent[]): Change {
  return { ballot: { ...ballot, ...parts, version: ballot.version + 1 }, events };
}

/** Refuses a change that was made on a version which somebody has changed since. @throws `ballot.outdated` */
export function assertCurrent(ballot: Pick<Ballot, 'version'>, read: number | undefined): void {
  assertVersion(ballot, read, BallotErrors.outdated);
}

/** The members who hold a role on the ballot. */
export const holdersOf = ({ officers }: Pick<Ballot, 'officers'>, role: OfficerRole): readonly string[] =>
  officers.filter((officer) => officer.role === role).map(({ memberId }) => memberId);
