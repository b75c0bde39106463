import { tidyField } from '../members/member-fields.js';

/** Whom somebody tries to be: by what they typed, so that nothing shows whether there is such a person. */
export interface SignInSubject {
  readonly organisation: string;
  readonly staffNo: string;
}

/**
 * What a staff number is compared by: `t0012`, `T0012` and `Ｔ００１２` are one number. It is kept and shown as the roster has it.
 */
export const staffNoKey = (staffNo: string): string => tidyField(staffNo).toUpperCase();

/** A sign-in as it is looked up: people type full-width digits, stray spaces and either case. */
export const signInSubject = ({ organisation, staffNo }: SignInSubject): SignInSubject => ({
  organisation: tidyField(organisation).toLowerCase(),
  staffNo: staffNoKey(staffNo),
});
