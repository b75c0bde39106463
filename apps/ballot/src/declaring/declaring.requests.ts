import { Length, OnVersionRequest } from '@plenum/service-kit';
import { isCivilDate } from '@plenum/calendar';
import type { HigherDocument } from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { Matches } from 'class-validator';
import { ONE_LINE, SOMETHING } from '../shapes/patterns.js';

const REFERENCE_MAX = 100;
const REASON_MAX = 1_000;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A signature under the tally sheet. */
export class SignTallyRequest {
  /** The fingerprint of the tally that the signer read; the signature is refused when the tally is another by now. */
  @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}

/** The document (批复) in which the higher body approved the result. */
export class ApproveResultRequest extends OnVersionRequest {
  /** Its number, as it is printed. */
  @Matches(ONE_LINE)
  @Length(1, REFERENCE_MAX)
  reference!: string;

  /** The day it bears, `YYYY-MM-DD`. */
  @Matches(CIVIL_DATE)
  documentOn!: string;
}

/** The document in which it did not. */
export class RejectResultRequest extends ApproveResultRequest {
  @Matches(SOMETHING)
  @Length(1, REASON_MAX)
  reason!: string;
}

/** Why a ballot is annulled. */
export class AnnulBallotRequest extends OnVersionRequest {
  /** The violation that was proven; everybody concerned reads it. */
  @Matches(SOMETHING)
  @Length(1, REASON_MAX)
  reason!: string;
}

/** The document that a request names. @throws MalformedError on a date that does not exist */
export function documentOf({ reference, documentOn }: Pick<ApproveResultRequest, keyof HigherDocument>): HigherDocument {
  if (!isCivilDate(documentOn)) throw new MalformedError([{ field: 'documentOn', reason: 'no-such-date' }]);
  return { reference, documentOn };
}
