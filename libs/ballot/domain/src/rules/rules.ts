import { MalformedError } from '@plenum/kernel';
import type { ElectionRules, GateRules, ResolutionRules, Round } from '../counting/case.js';
import { Input } from '../counting/input.js';
import { readAdvisoryRules, readElectionRules, readResolutionRules } from '../counting/parse.rules.js';
import type { Json } from '../json.js';
import type { AdoptedRules } from './adopted-rules.js';
import { readProcedure } from './procedure.js';
import type { VotedKind } from './vocabulary.js';

/**
 * Checks rules before they are kept. Beyond the contract: where the fewest against decide a tie, nobody may be written in,
 * since that would only be found when the papers are counted.
 * @throws MalformedError with the faulty field below `rules`
 */
export function assertRules(kind: VotedKind, round: Round, rules: unknown): void {
  const read = readRules(kind, round, rules);
  readProcedure(kind, rules as Json);
  if ('tie' in read && read.tie === 'fewer-against' && read.writeIns !== 'none') {
    throw new MalformedError([{ field: 'rules.writeIns', reason: 'write-ins-with-fewer-against' }]);
  }
}

type Ruled = Pick<AdoptedRules, 'kind' | 'round' | 'rules'>;

/** Quorum, participation and returned limit of a ballot. */
export const gateRulesOf = ({ kind, round, rules }: Ruled): GateRules => readRules(kind, round, rules);

/** The rules of an election; null for anything else. */
export const electionRulesOf = ({ kind, round, rules }: Ruled): ElectionRules | null =>
  kind === 'election' ? readElectionRules(new Input(countingRules(rules), 'rules'), round) : null;

/** The rules of a vote that decides; null for one that advises. */
export function decidingRulesOf({ kind, round, rules }: Ruled): ElectionRules | ResolutionRules | null {
  const input = new Input(countingRules(rules), 'rules');
  if (kind === 'election') return readElectionRules(input, round);
  return kind === 'resolution' ? readResolutionRules(input) : null;
}

/** Rules in the words of COUNTING.md alone: without the procedure, and what only the sealed channel asks. */
export function countingRules({ revote: _, procedure: __, ...rules }: Json): Json {
  return rules;
}

function readRules(kind: VotedKind, round: Round, rules: unknown): ElectionRules | GateRules {
  const input = new Input(isObject(rules) ? countingRules(rules) : rules, 'rules');
  switch (kind) {
    case 'election':
      return readElectionRules(input, round);
    case 'resolution':
      return readResolutionRules(input);
    case 'appraisal':
    case 'poll':
      return readAdvisoryRules(input);
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
