import type { PresetId } from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { FloorAnswer } from '../shapes/clause.responses.js';
import { oneOfBy, ResolutionRulesAnswer, UnseatedElectionRulesAnswer } from '../shapes/rules.responses.js';

/** Rules to start from, with their source. */
export class PresetSourceAnswer {
  id!: PresetId;
  /** The document. */
  source!: string;
  /** Only T may be shown as law. */
  mark!: 'T' | 'E' | 'U';
  asks!: FloorAnswer[];
}

/** Rules of a resolution to start from. */
export class ResolutionPresetAnswer extends PresetSourceAnswer {
  kind!: 'resolution';
  rules!: ResolutionRulesAnswer;
}

/** Rules of an election to start from. */
export class ElectionPresetAnswer extends PresetSourceAnswer {
  kind!: 'election';
  /** An election still needs its seats. */
  rules!: UnseatedElectionRulesAnswer;
}

export const PRESET_KINDS = { resolution: ResolutionPresetAnswer, election: ElectionPresetAnswer } as const;

/** Every preset. */
@ApiExtraModels(...Object.values(PRESET_KINDS))
export class PresetsAnswer {
  @ApiProperty({ type: 'array', items: oneOfBy('kind', PRESET_KINDS) })
  items!: (ResolutionPresetAnswer | ElectionPresetAnswer)[];
}
