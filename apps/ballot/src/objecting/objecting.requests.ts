import { Length } from '@plenum/service-kit';
import { IsIn, Matches } from 'class-validator';
import { SOMETHING } from '../shapes/patterns.js';

const TEXT_MAX = 2_000; // One page: who has more hands in documents.
const REASON_MAX = 1_000;

/** What somebody objects to a result. */
export class RaiseObjectionRequest {
  @Matches(SOMETHING)
  @Length(1, TEXT_MAX)
  text!: string;
}

/** How an objection was decided. */
export class AnswerObjectionRequest {
  @IsIn(['upheld', 'dismissed'])
  outcome!: 'upheld' | 'dismissed';

  @Matches(SOMETHING)
  @Length(1, REASON_MAX)
  reason!: string;
}
