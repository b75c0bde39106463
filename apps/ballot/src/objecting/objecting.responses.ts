import { PersonAnswer } from '../shapes/ballot.responses.js';

/** Under which id an objection is kept. */
export class ObjectionReceiptAnswer {
  id!: string;
}

/** What was answered. An objection that is upheld asks for the annulment of the ballot. */
export class ObjectionFateAnswer {
  upheld!: boolean;
  reason!: string;
  at!: string;
}

/** An objection as its maker and the organisers read it. */
export class ObjectionAnswerView {
  id!: string;
  member!: PersonAnswer;
  text!: string;
  at!: string;
  /** Null until it is answered. */
  answer!: ObjectionFateAnswer | null;
}

/** Objections, the first first. */
export class ObjectionsAnswer {
  items!: ObjectionAnswerView[];
}
