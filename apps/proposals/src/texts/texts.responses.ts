import { PersonAnswer } from '../shapes/named.responses.js';

/** A text that stands or stood, without its words. */
export class TextVersionAnswer {
  /** From 1. */
  number!: number;
  by!: PersonAnswer;
  at!: string;
}

export class TextsAnswer {
  /** The present one first. */
  items!: TextVersionAnswer[];
}

/** A text as it stands or stood. */
export class TextAnswer extends TextVersionAnswer {
  subject!: string;
  grounds!: string;
  measures!: string;
}
