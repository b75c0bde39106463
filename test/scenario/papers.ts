/** A mark on a paper, by the id of the matter or candidate. */
export type Mark = 'yes' | 'no' | 'abstain';

/** A paper as it lies on the tellers' table. */
export interface PaperSheet {
  readonly no: number;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** Papers on one matter: so many of each mark, in the order they came out of the box. */
export function papersOnMatter(id: string, counts: Readonly<Record<Mark, number>>): PaperSheet[] {
  const marks = (Object.entries(counts) as [Mark, number][]).flatMap(([mark, count]) => Array.from({ length: count }, () => mark));
  return marks.map((mark, i) => ({ no: i + 1, marks: { [id]: mark } }));
}

/**
 * Papers that give each candidate this many approvals, and "no" otherwise. The refusals go round the papers in turn, so that
 * they lie as evenly as can be and no paper approves more than `seats`.
 * @throws RangeError when the approvals cannot be spread so
 */
export function papersOnCandidates(approvals: Readonly<Record<string, number>>, papers: number, seats: number): PaperSheet[] {
  const marks: Record<string, Mark>[] = Array.from({ length: papers }, () => ({}));
  let turn = 0;
  for (const [id, yes] of Object.entries(approvals)) {
    for (const paper of marks) paper[id] = 'yes';
    for (let left = papers - yes; left > 0; left -= 1) (marks[turn++ % papers] as Record<string, Mark>)[id] = 'no';
  }
  if (marks.some((paper) => Object.values(paper).filter((mark) => mark === 'yes').length > seats)) throw new RangeError('a paper would approve more than there are seats');
  return marks.map((paper, i) => ({ no: i + 1, marks: paper }));
}
