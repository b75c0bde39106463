import { MalformedError } from '@plenum/kernel';
import type { Json } from '../json.js';
import type { AdoptedRules } from '../rules/adopted-rules.js';
import { procedureOf } from '../rules/procedure.js';
import { decidingRulesOf } from '../rules/rules.js';
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
export function warningsOf(ballot: Pick<AdoptedRules, 'preset' | 'kind' | 'round' | 'rules' | 'channel'>): readonly RuleWarning[] {
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
 * MalformedError where the preset is for another kind of vote
 */
export function rulesFrom(id: PresetId, kind: VotedKind, changes: Json): Json {
  const preset = presetOf(id);
  if (preset?.kind !== kind) throw new MalformedError([{ field: 'preset', reason: 'not-of-this-kind' }]);
  const [given, changed] = [preset.rules['procedure'], changes['procedure']];
  return { ...preset.rules, ...changes, ...(isObject(given) && isObject(changed) ? { procedure: { ...given, ...changed } } : {}) };
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
