/** A mark on a paper, by the id of the matter or candidate; a grade by that of the subject. */
export type Mark = string;

/** A paper as it lies on the tellers' table. */
export interface PaperSheet {
  readonly no: number;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** The numbers that sheets get after the box was emptied and mixed. */
export const numbered = (papers: readonly Readonly<Record<string, Mark>>[]): PaperSheet[] =>
  papers.map((marks, i) => ({ no: i + 1, marks }));

/** Papers on one matter: so many of each mark. */
export const papersOn = (id: string, counts: Readonly<Record<string, number>>): Record<string, Mark>[] =>
  Object.entries(counts).flatMap(([mark, count]) => Array.from({ length: count }, () => ({ [id]: mark })));

/**
 * Papers that give each candidate this many approvals, and "no" otherwise. The refusals go round the papers in turn, so that
 * they lie as evenly as can be and no paper approves more than `seats`.
 * @throws RangeError when the approvals cannot be spread so
 */
export function papersOnCandidates(approvals: Readonly<Record<string, number>>, papers: number, seats: number): Record<string, Mark>[] {
  const marks: Record<string, Mark>[] = Array.from({ length: papers }, () => ({}));
  let turn = 0;
  for (const [id, yes] of Object.entries(approvals)) {
    for (const paper of marks) paper[id] = 'yes';
    for (let left = papers - yes; left > 0; left -= 1) (marks[turn++ % papers] as Record<string, Mark>)[id] = 'no';
  }
  if (marks.some((paper) => approvalsOf(paper).length > seats)) throw new RangeError('a paper would approve more than there are seats');
  return marks;
}

const approvalsOf = (paper: Readonly<Record<string, Mark>>): string[] => Object.keys(paper).filter((id) => paper[id] === 'yes');

/** A paper as a sealed one has it: for each candidate a mark or none. */
export const sealedMarks = (paper: Readonly<Record<string, Mark>>): number[] =>
  Object.values(paper).map((mark) => (mark === 'yes' ? 1 : 0));
