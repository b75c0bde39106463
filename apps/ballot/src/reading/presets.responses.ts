import type { Floor, PresetId } from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { oneOfBy, ResolutionRulesAnswer, UnseatedElectionRulesAnswer } from '../shapes/rules.responses.js';

/** Where a source asks something. */
export class ClauseAnswer {
  /** The article; null where it was not seen. */
  article!: string | null;
  /** T: statute read in full, to be shown as law; E: excerpt of a published page; U: general knowledge. */
  mark!: 'T' | 'E' | 'U';
}

/** Something that a source asks at least. */
export class FloorAnswer {
  asks!: Floor['asks'];
  clause!: ClauseAnswer;
}

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

/** Something that the source of the ballot's preset asks and its rules do not. */
export class RuleWarningAnswer extends FloorAnswer {
  preset!: PresetId;
}
