import { MalformedError } from '@plenum/kernel';
import type { Ballot, Json } from '../ballot/ballot.js';
import { decidingRulesOf } from '../ballot/rules.js';
import type { VotedKind } from '../ballot/words.js';
import { type Clause, type Floor, isBelow } from './floors.js';
import { presetOf } from './presets.js';
import type { PresetId } from './words.js';

/** What the source of the preset asks and the rules of the ballot do not. It tells; it never blocks. */
export interface RuleWarning {
  readonly preset: PresetId;
  readonly asks: Floor['asks'];
  readonly clause: Clause;
}

/** Where the rules of a ballot are weaker than the source of its preset. Run-off and supplementary rounds have no surplus. */
export function warningsOf(ballot: Pick<Ballot, 'preset' | 'kind' | 'round' | 'rules' | 'channel'>): readonly RuleWarning[] {
  const preset = presetOf(ballot.preset);
  const rules = decidingRulesOf(ballot);
  if (preset === null || rules === null) return [];
  return preset.floors
    .filter((floor) => (floor.asks !== 'surplus' || ballot.round === 'first') && isBelow(floor, { rules, isOpen: ballot.channel === 'hands' }))
    .map(({ asks, clause }) => ({ preset: preset.id, asks, clause }));
}

/** The rules of a preset with what the organiser changes. @throws MalformedError where the preset is for another kind of vote */
export function rulesFrom(id: PresetId, kind: VotedKind, changes: Json): Json {
  const preset = presetOf(id);
  if (preset?.kind !== kind) throw new MalformedError([{ field: 'preset', reason: 'not-of-this-kind' }]);
  return { ...preset.rules, ...changes };
}
