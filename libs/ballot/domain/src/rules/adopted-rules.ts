import type { Round } from '../counting/case.js';
import type { Fields } from '../fields.js';
import type { StatedElectionRules, StatedGates, StatedResolutionRules } from '../counting/stated-rules.js';
import type { StatedProcedure } from './procedure.js';
import type { Channel, Electorate, PresetId } from './vocabulary.js';

/** What rules state beside the count. */
interface BesideCount {
  /** Whether a voter may cast again until the closing; of sealed papers alone. */
  readonly revote?: boolean;
  readonly procedure?: StatedProcedure;
}

/** Rules in the words of COUNTING.md, as adopted. */
export interface AdoptedElectionRules extends StatedElectionRules, BesideCount {}
export interface AdoptedResolutionRules extends StatedResolutionRules, BesideCount {}
/** The rules of an appraisal or a poll. */
export interface AdoptedAdvisoryRules extends StatedGates, BesideCount {}

/** What is voted on with the rules that such a vote has. */
export type KindRules =
  | { readonly kind: 'election'; readonly rules: AdoptedElectionRules }
  | { readonly kind: 'resolution'; readonly rules: AdoptedResolutionRules }
  | { readonly kind: 'appraisal'; readonly rules: AdoptedAdvisoryRules }
  | { readonly kind: 'poll'; readonly rules: AdoptedAdvisoryRules };

/** What kind of vote a ballot is, and the rules under which it is held: frozen once the meeting adopted them. */
export type AdoptedRules = KindRules & RuleFrame;

/** What is adopted of a vote of any kind. */
export interface RuleFrame {
  readonly channel: Channel;
  readonly electorate: Electorate;
  readonly round: Round;
  /** The preset that the rules started from; null where none was named. */
  readonly preset: PresetId | null;
  /** Null unless the ballot is an appraisal. */
  readonly scale: Scale | null;
}

/** How an appraisal grades (R80): its grades from best to worst, and rates as names for several of them together. */
export interface Scale {
  readonly grades: readonly string[];
  readonly rates: Readonly<Record<string, readonly string[]>>;
}

export const ADOPTED_RULES_FIELDS: Fields<AdoptedRules> = {
  kind: { audited: false },
  channel: { audited: false },
  electorate: { audited: true },
  round: { audited: false },
  rules: { audited: true },
  preset: { audited: true },
  scale: { audited: true },
};
