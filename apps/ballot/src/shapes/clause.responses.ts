import type { Floor, PresetId } from '@plenum/ballot-domain';

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

/** Something that the source of the ballot's preset asks and its rules do not. */
export class RuleWarningAnswer extends FloorAnswer {
  preset!: PresetId;
}
