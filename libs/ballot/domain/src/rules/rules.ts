import type { ElectionRules, GateRules, ResolutionRules, Round } from '../counting/case.js';
import { Input, stated } from '../counting/input.js';
import { readAdvisoryRules, readElectionRules, readResolutionRules } from '../counting/parse.rules.js';
import { completeElectionRules, completeGates, completeResolutionRules } from '../counting/stated-rules.js';
import { isJsonObject } from '../json.js';
import type { KindRules } from './adopted-rules.js';
import { readProcedure } from './procedure.js';
import type { VotedKind } from './vocabulary.js';

/**
 * Reads the rules of a vote, once, where they come in. Beyond the contract: where the fewest against decide a tie, nobody may be written
 * in, since that would only be found when the papers are counted.
 * @throws MalformedError with the faulty field below `rules`
 */
export function readRules(
  ballot: { readonly kind: 'election'; readonly round: Round },
  sent: unknown,
): Extract<KindRules, { readonly kind: 'election' }>;
export function readRules(ballot: { readonly kind: VotedKind; readonly round: Round }, sent: unknown): KindRules;
export function readRules({ kind, round }: { readonly kind: VotedKind; readonly round: Round }, sent: unknown): KindRules {
  const { revote, procedure, ...counting } = isJsonObject(sent) ? sent : {};
  const input = new Input(isJsonObject(sent) ? counting : sent, 'rules');
  const besideCount = () => {
    const flag = new Input(revote, 'rules.revote');
    return stated({
      procedure: new Input(procedure, 'rules.procedure').maybe((given) => readProcedure(kind, given)),
      revote: flag.maybe((given) => given.flag()),
    });
  };
  switch (kind) {
    case 'election': {
      const rules = { ...readElectionRules(input, round), ...besideCount() };
      if (rules.tie === 'fewer-against' && rules.writeIns !== 'none')
        new Input(rules.writeIns, 'rules.writeIns').refuse('write-ins-with-fewer-against');
      return { kind, rules };
    }
    case 'resolution':
      return { kind, rules: { ...readResolutionRules(input), ...besideCount() } };
    case 'appraisal':
    case 'poll':
      return { kind, rules: { ...readAdvisoryRules(input), ...besideCount() } };
  }
}

/** Quorum, participation and returned limit of a ballot. */
export const gateRulesOf = ({ rules }: KindRules): GateRules => completeGates(rules);

/** The rules of an election; null for anything else. */
export const electionRulesOf = (ballot: KindRules): ElectionRules | null =>
  ballot.kind === 'election' ? completeElectionRules(ballot.rules) : null;

/** The rules of a vote that decides; null for one that advises. */
export function decidingRulesOf(ballot: KindRules): ElectionRules | ResolutionRules | null {
  if (ballot.kind === 'election') return completeElectionRules(ballot.rules);
  return ballot.kind === 'resolution' ? completeResolutionRules(ballot.rules) : null;
}

/** Rules in the words of COUNTING.md alone: without the procedure, and what only the sealed channel asks. */
export function countingRules<R extends KindRules['rules']>({ revote: _, procedure: __, ...rules }: R): Omit<R, 'revote' | 'procedure'> {
  return rules;
}
