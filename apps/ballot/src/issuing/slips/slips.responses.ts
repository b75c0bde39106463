/** A slip that counts no more. */
export class VoidSlipAnswer {
  serial!: number;
  fate!: 'lost' | 'taken-back' | 'voided';
}

/** The slips with voting codes, as numbers; who drew which nobody knows. */
export class SlipsAnswer {
  /** The salt of the codes; null until the roll is frozen. */
  electionId!: string | null;
  prepared!: number;
  /** The highest number that any slip has; 0 while there is none. */
  lastSerial!: number;
  /** Drawn by somebody, and counting. */
  issued!: number;
  lost!: number;
  takenBack!: number;
  voided!: number;
  /** Still to be drawn, or to be voided before the opening. */
  left!: number;
  /** The slips that count no more, by number. */
  void!: VoidSlipAnswer[];
}
