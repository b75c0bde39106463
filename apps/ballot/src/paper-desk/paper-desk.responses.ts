import type { DoubtReason, Verdict } from '@plenum/ballot-domain';
import { SheetAnswer } from '../shapes/sheet.responses.js';
import { PersonAnswer } from '../shapes/ballot.responses.js';

/** How one scrutineer decides a sheet. */
export class RulingAnswer {
  scrutineer!: PersonAnswer;
  verdict!: Verdict;
  reason!: DoubtReason;
  marks!: Record<string, string>;
  writeIns!: string[];
}

/** A sheet that a reader left to the scrutineers. */
export class DoubtfulSheetAnswer {
  no!: number;
  /** Of both tellers, and of the third where these differed. */
  readings!: SheetAnswer[];
  rulings!: RulingAnswer[];
  /** Whether enough scrutineers decide it alike. */
  decided!: boolean;
}

/** All doubtful sheets. */
export class DoubtsAnswer {
  /** Whether the reader is a scrutineer, who may decide. */
  mayRule!: boolean;
  /** How many scrutineers must decide alike. */
  needed!: number;
  /** None before both entries have every sheet. */
  items!: DoubtfulSheetAnswer[];
}

/** Whom a name may mean, and how that is known: a spelling met before, the register, or the list of candidates. */
export class NameSuggestionAnswer {
  memberId!: string | null;
  candidateId!: string | null;
  label!: string;
  from!: 'alias' | 'register' | 'candidates';
}

/** What one officer says of a name, and who confirmed it. */
export class NameMatchAnswer {
  memberId!: string | null;
  candidateId!: string | null;
  label!: string;
  eligible!: boolean;
  proposedBy!: PersonAnswer;
  /** Null until another officer says the same. */
  confirmedBy!: PersonAnswer | null;
}

/** A name that stands on papers. */
export class WrittenNameAnswer {
  name!: string;
  /** On how many papers. */
  papers!: number;
  match!: NameMatchAnswer | null;
  /** Whether the count waits for it: not confirmed, or the same person is electable under one spelling and not under another. */
  open!: boolean;
  suggestions!: NameSuggestionAnswer[];
}

/** All names written in, each spelling once. */
export class WrittenNamesAnswer {
  /** None before every sheet is settled. */
  items!: WrittenNameAnswer[];
}
