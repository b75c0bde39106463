import type { SortedPapers } from '../counting/case.js';
import type { Sheet } from '../paper-entry/sheets.js';
import type { GradeCount, OptionCount } from '../record/count.js';
import { ABSTAIN } from '../rules/scale.js';

/** Why a form is spoiled. With several faults it is counted under the first in this order. */
const FORM_SPOILERS = ['unknownMark', 'writeIn', 'overVote', 'noOption'] as const;
export type FormSpoiler = (typeof FORM_SPOILERS)[number];

type Form = Pick<Sheet, 'marks' | 'writeIns'>;

/** Counts the forms of an appraisal: a subject without a grade is an abstention. */
export function countGrades(
  sheets: readonly Form[],
  ids: readonly string[],
  grades: readonly string[],
): { papers: SortedPapers; subjects: GradeCount[] } {
  const { valid, papers } = sort(sheets, ids, () => null);
  const given = (id: string, grade: string) => valid.filter(({ marks }) => (marks.get(id) ?? ABSTAIN) === grade).length;
  const subjects = ids.map((id) => ({
    id,
    counts: Object.fromEntries(grades.map((grade) => [grade, given(id, grade)])),
    abstain: given(id, ABSTAIN),
  }));
  return { papers, subjects };
}

/**
 * Counts the papers of a poll: one option each. A paper with none cannot be told from a spoiled one, since votes add up to valid (COUNTING,
 * gate 1).
 */
export function countOptions(sheets: readonly Form[], ids: readonly string[]): { papers: SortedPapers; options: OptionCount[] } {
  const { valid, papers } = sort(sheets, ids, ({ marks }) => (marks.size > 1 ? 'overVote' : marks.size === 0 ? 'noOption' : null));
  return { papers, options: ids.map((id) => ({ id, votes: valid.filter(({ marks }) => marks.has(id)).length })) };
}

function sort(
  sheets: readonly Form[],
  ids: readonly string[],
  fault: (sheet: Form) => FormSpoiler | null,
): { valid: Form[]; papers: SortedPapers } {
  const spoiled = sheets.map((sheet) => foreign(sheet, ids) ?? fault(sheet));
  const valid = sheets.filter((_, nth) => spoiled[nth] === null);
  const reasons = Object.fromEntries(
    FORM_SPOILERS.map((reason) => [reason, spoiled.filter((each) => each === reason).length] as const).filter(([, forms]) => forms > 0),
  );
  return { valid, papers: { returned: sheets.length, valid: valid.length, invalid: sheets.length - valid.length, reasons } };
}

function foreign({ marks, writeIns }: Form, ids: readonly string[]): FormSpoiler | null {
  if ([...marks.keys()].some((id) => !ids.includes(id))) return 'unknownMark';
  return writeIns.length > 0 ? 'writeIn' : null;
}
