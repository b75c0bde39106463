import { Length } from '@plenum/service-kit';
import {
  type AdoptedElectionRules,
  type KindRules,
  type PresetId,
  type Round,
  type VotedKind,
  readRules,
  rulesFrom,
} from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { IsOptional, IsUUID, Matches } from 'class-validator';

const LABEL_MAX = 200;
const ID = /^[\w.-]{1,60}$/;
const ONE_LINE = /^(?=.*\S)\P{Cc}+$/u; // Blanks alone say nothing.

/** A matter or a candidate as it stands on the paper. */
export class ChoiceRequest {
  /** Short and unique on this ballot, e.g. `c01`. */
  @Matches(ID)
  id!: string;

  @Matches(ONE_LINE)
  @Length(1, LABEL_MAX)
  label!: string;

  /** Who a candidate is, where a member of the organisation stands. */
  @IsOptional()
  @IsUUID()
  memberId?: string | null;

  /** The proposal that an item of a resolution decides: it is told the decision. */
  @IsOptional()
  @IsUUID()
  proposalId?: string | null;
}

/** What a request for a new ballot says of its rules. */
interface DraftedRules {
  readonly kind: VotedKind;
  readonly round?: Round;
  readonly rules?: Record<string, unknown>;
  readonly preset?: PresetId;
}

/** The rules of a new ballot: only where nothing is decided, or with a preset, may they be left out. @throws MalformedError */
export function rulesOf({ kind, round = 'first', rules, preset }: DraftedRules): KindRules {
  if (preset) return rulesFrom(preset, { kind, round }, rules);
  if (!rules && kind !== 'appraisal' && kind !== 'poll') throw new MalformedError([{ field: 'rules', reason: 'missing' }]);
  return readRules({ kind, round }, rules ?? {});
}

/** The rules of a first round of an election. @throws MalformedError */
export function electionRulesOf({ rules, preset }: Pick<DraftedRules, 'rules' | 'preset'>): AdoptedElectionRules {
  const ballot = { kind: 'election', round: 'first' } as const;
  if (preset) return rulesFrom(preset, ballot, rules).rules;
  if (!rules) throw new MalformedError([{ field: 'rules', reason: 'missing' }]);
  return readRules(ballot, rules).rules;
}
