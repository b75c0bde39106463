import type { Round } from '../counting/case.js';
import type { Fields } from '../fields.js';
import type { Json } from '../json.js';
import type { Channel, Electorate, PresetId, VotedKind } from './vocabulary.js';

/** What kind of vote a ballot is, and the rules under which it is held: frozen once the meeting adopted them. */
export interface AdoptedRules {
  readonly kind: VotedKind;
  readonly channel: Channel;
  readonly electorate: Electorate;
  readonly round: Round;
  /** Rules in the words of COUNTING.md, as adopted. */
  readonly rules: Json;
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
