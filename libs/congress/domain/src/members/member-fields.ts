import { characterFault } from './field-folding.js';

/** Why a value is no staff number, name, mail address or mobile number; stable, the web words each of them. */
export type FieldFaultReason = 'required' | 'too-long' | 'form';

const STAFF_NO = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const STAFF_NO_LENGTH_MAX = 32;
const NAME_LENGTH_MAX = 60; // Names with titles or of other scripts are long; a register's line is not longer.
const MAIL = /^[^\s@<>(),;:"\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,63}$/;
const MAIL_LENGTH_MAX = 254; // RFC 5321 4.5.3.1.3

/** A field as it is kept: composed, full-width letters and digits made plain, spaces at the ends gone and inner ones single. */
export const tidyField = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** What is wrong with a tidy staff number (工号); null when it is fit. */
export function staffNoFault(staffNo: string): FieldFaultReason | null {
  if (staffNo === '') return 'required';
  if (staffNo.length > STAFF_NO_LENGTH_MAX) return 'too-long';
  return STAFF_NO.test(staffNo) ? null : 'form';
}

/**
 * What is wrong with a tidy name of a person, unit or delegation; null when it is fit. Nothing invisible and no boxes: two names that look
 * alike are alike.
 */
export function nameFault(name: string): FieldFaultReason | null {
  if (name === '') return 'required';
  if ([...name].length > NAME_LENGTH_MAX) return 'too-long';
  return characterFault(name) ? 'form' : null;
}

/** What is wrong with a tidy mail address; null when it is fit. Null instead of an address is fit: not everybody has one. */
export function mailFault(mail: string | null): FieldFaultReason | null {
  if (mail === null) return null;
  if (mail.length > MAIL_LENGTH_MAX) return 'too-long';
  return MAIL.test(mail) ? null : 'form';
}

const E164 = /^\+[1-9]\d{6,14}$/; // ITU-T E.164: a country code and at most fifteen digits.
const MAINLAND = /^\+861[3-9]\d{9}$/;
const HOME_CODE = '+86';
const SEPARATORS = /[\s().-]/gu;

/**
 * A mobile number (手机号) as it is kept, E.164: without separators, with the country code of the mainland where none is given. What is
 * no number stays what it is, for {@link mobileFault} to refuse.
 */
export function tidyMobile(text: string): string {
  const plain = tidyField(text)
    .replace(SEPARATORS, '')
    .replace(/^00(?=\d)/, '+');
  if (/^1\d{10}$/.test(plain)) return `${HOME_CODE}${plain}`;
  return /^861\d{10}$/.test(plain) ? `+${plain}` : plain;
}

/** What is wrong with a tidy mobile number; null when it is fit. Null instead of a number is fit: nobody needs to have one. */
export function mobileFault(mobile: string | null): FieldFaultReason | null {
  if (mobile === null) return null;
  if (!E164.test(mobile)) return 'form';
  return mobile.startsWith(HOME_CODE) && !MAINLAND.test(mobile) ? 'form' : null;
}
