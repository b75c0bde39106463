import type { PresetId } from '@plenum/ballot-domain';
import { FloorAnswer } from '../shapes/clause.responses.js';

/** Rules to start from, with their source. */
export class PresetAnswer {
  id!: PresetId;
  kind!: 'resolution' | 'election';
  /** The document. */
  source!: string;
  /** Only T may be shown as law. */
  mark!: 'T' | 'E' | 'U';
  /** In the words of the counting contract, with the procedure beside them; an election still needs its seats. */
  rules!: Record<string, unknown>;
  asks!: FloorAnswer[];
}

/** Every preset. */
export class PresetsAnswer {
  items!: PresetAnswer[];
}
