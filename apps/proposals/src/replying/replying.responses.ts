import type { ClearingStepKind, ContactWay, HandlingAction, ReplyChannel, RequestOutcome } from '@plenum/proposals-domain';
import { FileAnswer } from '../shapes/file.responses.js';
import { PersonAnswer } from '../shapes/named.responses.js';

/** A version of a draft, without what it says. */
export class DraftVersionAnswer {
  /** The round of handling that it is written for. */
  round!: number;
  /** From 1 in each round. */
  number!: number;
  /** Counts the savings. */
  version!: number;
  by!: PersonAnswer;
  at!: string;
}

export class DraftedPromiseAnswer {
  promise!: string;
  dueOn!: string | null;
}

/** A version of a draft with what it says. */
export class ReplyDraftAnswer extends DraftVersionAnswer {
  text!: string;
  resultCategory!: string | null;
  channel!: ReplyChannel | null;
  basis!: string | null;
  promises!: DraftedPromiseAnswer[];
  /** The evidence that goes out with it. */
  files!: FileAnswer[];
}

/** A version of a draft of a unit that led the work before. */
export class FormerDraftAnswer extends ReplyDraftAnswer {
  unit!: PersonAnswer;
}

export class FormerDraftsAnswer {
  /** The latest first. */
  items!: FormerDraftAnswer[];
}

/** Where the draft stands after it was saved. */
export class DraftSavedAnswer {
  round!: number;
  number!: number;
  /** To be sent with the next. */
  version!: number;
  at!: string;
}

/** One thing to be done before the reply goes out, and how far it is. */
export class ClearingStepAnswer {
  step!: ClearingStepKind;
  /** The assisting unit that it is asked of. */
  unit!: PersonAnswer | null;
  /** Whether the reply waits for it. */
  isDemanded!: boolean;
  state!: 'OWED' | 'ASKED' | 'DONE' | 'REFUSED';
  /** What was asked of them last; null where nothing was. */
  requestId!: string | null;
  dueOn!: string | null;
  outcome!: RequestOutcome | null;
}

/** What a unit has on its desk: the draft of the round under way, every version, and what the reply still waits for. */
export class ReplyDeskAnswer {
  /** Null while there is none of this round. */
  draft!: ReplyDraftAnswer | null;
  /** Of the draft that was saved last, to be sent with the next; 0 before the first. */
  version!: number;
  /** The latest first. */
  versions!: DraftVersionAnswer[];
  steps!: ClearingStepAnswer[];
  /** Whether somebody looks at the draft now, so that it stays as it is. */
  isPutForward!: boolean;
  allowedActions!: HandlingAction[];
}

/** A contact with the proposer. */
export class ContactAnswer {
  id!: string;
  handlingId!: string;
  unit!: PersonAnswer;
  round!: number;
  contactedOn!: string;
  way!: ContactWay;
  who!: string;
  noted!: string;
  by!: PersonAnswer;
  at!: string;
}

export class ContactsAnswer {
  /** The last first. */
  items!: ContactAnswer[];
}
