import type { CandidateFigures, ElectionRules, ItemFigures, Mark, Paper, SortedPapers, WriteInFigures, WriteInRule } from './case.js';

/** Why a paper is spoiled. A paper with several faults is counted under the first in this order. */
export const SPOILERS = ['unknownMark', 'repeatedWriteIn', 'listedWriteIn', 'writeIn', 'overVote'] as const;
export type Spoiler = (typeof SPOILERS)[number];

interface ReadRules {
  readonly writeIns: WriteInRule;
  /** Approvals and names written in above this spoil the paper (R31); null where nobody is elected. */
  readonly seats: number | null;
}

/** Sorts and counts the papers of a resolution; a matter without a mark is an abstention. */
export function sortItemPapers(
  papers: readonly Paper[],
  ids: readonly string[],
  writeIns: WriteInRule,
): { papers: SortedPapers; items: ItemFigures[] } {
  const { valid, sorted } = sort(papers, ids, { writeIns, seats: null });
  return { papers: sorted, items: ids.map((id) => figuresOf(id, valid)) };
}

/** Sorts and counts the papers of an election. Names written in are eligible unless listed as not. */
export function sortCandidatePapers(
  papers: readonly Paper[],
  ids: readonly string[],
  rules: Pick<ElectionRules, 'writeIns' | 'seats'>,
  ineligible: ReadonlySet<string>,
): { papers: SortedPapers; candidates: CandidateFigures[]; writeIns: WriteInFigures[] } {
  const { valid, sorted } = sort(papers, ids, rules);
  const written = new Map<string, number>();
  for (const name of valid.flatMap((paper) => paper.writeIns)) written.set(name, (written.get(name) ?? 0) + 1);
  return {
    papers: sorted,
    candidates: ids.map((id) => figuresOf(id, valid)),
    writeIns: [...written].map(([id, yes]) => ({ id, yes, eligible: !ineligible.has(id) })),
  };
}

function sort(papers: readonly Paper[], ids: readonly string[], rules: ReadRules): { valid: Paper[]; sorted: SortedPapers } {
  const ballot = new Set(ids);
  const spoiled = new Map<Spoiler, number>();
  const valid: Paper[] = [];
  for (const paper of papers) {
    const read = readPaper(paper, ballot, rules);
    if (typeof read === 'string') spoiled.set(read, (spoiled.get(read) ?? 0) + 1);
    else valid.push(read);
  }
  const reasons = Object.fromEntries(SPOILERS.flatMap((reason) => (spoiled.has(reason) ? [[reason, spoiled.get(reason) as number]] : [])));
  return { valid, sorted: { returned: papers.length, valid: valid.length, invalid: papers.length - valid.length, reasons } };
}

/** The paper as it counts, or why it is spoiled. */
function readPaper(paper: Paper, ballot: ReadonlySet<string>, rules: ReadRules): Paper | Spoiler {
  const { marks, writeIns } = paper;
  if ([...marks.keys()].some((id) => !ballot.has(id))) return 'unknownMark';
  if (new Set(writeIns).size < writeIns.length) return 'repeatedWriteIn';
  if (writeIns.some((name) => ballot.has(name))) return 'listedWriteIn';
  if (rules.writeIns === 'none' && writeIns.length > 0) return 'writeIn';
  // Names beyond the "no" marks are as if never written, so they cannot make an over-vote either.
  const counted = rules.writeIns === 'replace-no' && count(marks, 'no') < writeIns.length ? [] : writeIns;
  if (rules.seats !== null && count(marks, 'yes') + counted.length > rules.seats) return 'overVote';
  return { marks, writeIns: counted };
}

const count = (marks: Paper['marks'], mark: Mark): number => [...marks.values()].filter((each) => each === mark).length;

function figuresOf(id: string, papers: readonly Paper[]): ItemFigures {
  const figures = { id, yes: 0, no: 0, abstain: 0 };
  for (const { marks } of papers) figures[marks.get(id) ?? 'abstain'] += 1;
  return figures;
}
