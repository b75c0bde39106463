import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';

/** How two labels are compared: as a reader of the paper sees them. */
const seen = (label: string): string => label.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Choices that a paper tells apart: where two people have one name, the staff number is added to the name of each who has one.
 * @throws `ballot.names-alike` where two would still look the same
 */
export function disambiguateNames(choices: readonly Choice[], staffNoOf: (memberId: string) => string | undefined): readonly Choice[] {
  const shared = new Set(repeated(choices));
  const told = choices.map((choice): Choice => {
    const staffNo = choice.memberId === null ? undefined : staffNoOf(choice.memberId);
    return staffNo !== undefined && shared.has(seen(choice.label)) ? { ...choice, label: nameWithStaffNo(choice.label, staffNo) } : choice;
  });
  const alike = new Set(repeated(told));
  if (alike.size > 0)
    throw BallotErrors.namesAlike([...new Set(told.filter(({ label }) => alike.has(seen(label))).map(({ label }) => label))]);
  return told;
}

/** A name with the staff number of whoever bears it. */
export const nameWithStaffNo = (name: string, staffNo: string): string => `${name} (${staffNo})`;

function repeated(choices: readonly Choice[]): readonly string[] {
  const labels = choices.map(({ label }) => seen(label));
  return labels.filter((label, at) => labels.indexOf(label) !== at);
}

/** A spelling without what hands and keyboards vary: width, case, blanks, dots between names. */
export const spellingOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s.·•・‧]/gu, '')
    .toLowerCase();
