import { MalformedError } from '@plenum/kernel';
import type { Round } from '../counting/case.js';
import { isJsonObject } from '../json.js';
import type { KindRules, RuleFrame } from '../rules/adopted-rules.js';
import { procedureOf } from '../rules/procedure.js';
import { decidingRulesOf, readRules } from '../rules/rules.js';
import type { PresetId, VotedKind } from '../rules/vocabulary.js';
import { type Clause, type Floor, isBelow } from './floors.js';
import { presetOf } from './presets.js';

/** What the source of the preset asks and the rules of the ballot do not. It tells; it never blocks. */
export interface RuleWarning {
  readonly preset: PresetId;
  readonly asks: Floor['asks'];
  readonly clause: Clause;
}

/** Where the rules of a ballot are weaker than the source of its preset. Later rounds have neither a surplus nor a nomination. */
export function warningsOf(ballot: KindRules & Pick<RuleFrame, 'preset' | 'round' | 'channel'>): readonly RuleWarning[] {
  const preset = presetOf(ballot.preset);
  const rules = decidingRulesOf(ballot);
  if (preset === null || rules === null) return [];
  const measured = { rules, procedure: procedureOf(ballot), isOpen: ballot.channel === 'hands' };
  return preset.floors
    .filter((floor) => (ballot.round === 'first' || !OF_FIRST_ROUNDS.includes(floor.asks)) && isBelow(floor, measured))
    .map(({ asks, clause }) => ({ preset: preset.id, asks, clause }));
}

const OF_FIRST_ROUNDS: readonly Floor['asks'][] = ['surplus', 'nomination-notice'];

/**
 * The rules of a preset with what the organiser changes, whole parts at a time; of the procedure each part by itself. @throws
 * MalformedError where the preset is for another kind of vote, or the rules so changed are none
 */
export function rulesFrom(
  id: PresetId,
  ballot: { readonly kind: 'election'; readonly round: Round },
  changes: unknown,
): Extract<KindRules, { readonly kind: 'election' }>;
export function rulesFrom(id: PresetId, ballot: { readonly kind: VotedKind; readonly round: Round }, changes: unknown): KindRules;
export function rulesFrom(id: PresetId, ballot: { readonly kind: VotedKind; readonly round: Round }, changes: unknown): KindRules {
  const preset = presetOf(id);
  if (preset?.kind !== ballot.kind) throw new MalformedError([{ field: 'preset', reason: 'not-of-this-kind' }]);
  const stated = isJsonObject(changes) ? changes : {};
  const [given, changed] = [preset.rules.procedure, stated['procedure']];
  return readRules(ballot, {
    ...preset.rules,
    ...stated,
    ...(given && isJsonObject(changed) ? { procedure: { ...given, ...changed } } : {}),
  });
}
