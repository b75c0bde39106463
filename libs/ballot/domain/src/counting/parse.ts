import { MARKS, ROUNDS } from './case.js';
import type {
  AppraisalCase,
  CandidateFigures,
  CountingCase,
  Counts,
  ElectionCase,
  ElectionRules,
  Paper,
  PollCase,
  ResolutionCase,
  WriteInFigures,
} from './case.js';
import { Input, readDistinct, readEntries } from './input.js';
import { sortCandidatePapers, sortItemPapers } from './papers.js';
import { readAdvisoryRules, readElectionRules, readResolutionRules } from './parse.rules.js';
import { completeElectionRules, completeGates, completeResolutionRules } from './stated-rules.js';

const KINDS = ['resolution', 'election', 'appraisal', 'poll'] as const;
const CALLED = ['roll', 'present', 'issued', 'voters'] as const;
type Called = Pick<Counts, (typeof CALLED)[number]>;

/**
 * Reads a counting case to the letter of COUNTING.md; single papers are sorted and counted on the way.
 * @throws MalformedError with the first faulty field; unknown fields are faults.
 */
export function parseCase(value: unknown): CountingCase {
  const input = new Input(value);
  const kind = (input.entries().get('kind') ?? new Input(undefined, 'kind')).word(KINDS);
  switch (kind) {
    case 'resolution':
      return readResolution(input);
    case 'election':
      return readElection(input);
    case 'appraisal':
      return readAppraisal(input);
    case 'poll':
      return readPoll(input);
  }
}

function readResolution(input: Input): ResolutionCase {
  const fields = input.fields(['kind', 'rules', 'counts', 'items', 'papers', 'ineligible']);
  const rules = completeResolutionRules(readResolutionRules(fields.rules));
  if (fields.papers.isGiven()) {
    const called = readCalled(fields.counts);
    const { papers, items } = sortItemPapers(readPapers(fields.papers), readBallot(fields.items.filledList()), rules.writeIns);
    return { kind: 'resolution', rules, counts: { ...called, returned: papers.returned, invalid: papers.invalid }, items, papers };
  }
  refuseWithoutPapers(fields.ineligible);
  const counts = readCounts(fields.counts);
  const items = readEntries(fields.items.filledList(), (entry) => {
    const { id, yes, no, abstain } = entry.fields(['id', 'yes', 'no', 'abstain']);
    return { id: id.text(), yes: yes.figure(), no: no.figure(), abstain: abstain.figure() };
  });
  return { kind: 'resolution', rules, counts, items };
}

function readElection(input: Input): ElectionCase {
  const fields = input.fields(['kind', 'rules', 'round', 'counts', 'candidates', 'writeIns', 'papers', 'ineligible']);
  const round = fields.round.maybe((given) => given.word(ROUNDS)) ?? 'first';
  const rules = completeElectionRules(readElectionRules(fields.rules, round));
  if (fields.papers.isGiven()) {
    if (fields.writeIns.isGiven()) fields.writeIns.refuse('computed-from-papers');
    const called = readCalled(fields.counts);
    const ballot = readBallot(fields.candidates.list());
    const ineligible = new Set(fields.ineligible.maybe((given) => readDistinct(given.list(), (entry) => entry.text())) ?? []);
    const { papers, candidates, writeIns } = sortCandidatePapers(readPapers(fields.papers), ballot, rules, ineligible);
    refuseFewerAgainst(rules, writeIns, fields.papers);
    return {
      kind: 'election',
      rules,
      round,
      counts: { ...called, returned: papers.returned, invalid: papers.invalid },
      candidates,
      writeIns,
      papers,
    };
  }
  refuseWithoutPapers(fields.ineligible);
  const counts = readCounts(fields.counts);
  const candidates = readEntries(fields.candidates.list(), (entry) => readCandidate(entry, rules));
  const listed = candidates.map(({ id }) => id);
  const writeIns = readEntries(fields.writeIns.maybe((given) => given.list()) ?? [], readWriteIn, listed);
  refuseFewerAgainst(rules, writeIns, fields.writeIns);
  return { kind: 'election', rules, round, counts, candidates, writeIns };
}

function readCandidate(entry: Input, rules: ElectionRules): CandidateFigures {
  const { id, yes, no, abstain } = entry.fields(['id', 'yes', 'no', 'abstain']);
  if (rules.tie === 'fewer-against' && !no.isGiven()) no.refuse('missing');
  return {
    id: id.text(),
    yes: yes.figure(),
    ...(no.isGiven() ? { no: no.figure() } : {}),
    ...(abstain.isGiven() ? { abstain: abstain.figure() } : {}),
  };
}

function readWriteIn(entry: Input): WriteInFigures {
  const { id, yes, eligible } = entry.fields(['id', 'yes', 'eligible']);
  return { id: id.text(), yes: yes.figure(), eligible: eligible.flag() };
}

/** A name written in has no "no" votes, so the fewest against cannot be told among such names. */
function refuseFewerAgainst(rules: ElectionRules, writeIns: readonly WriteInFigures[], input: Input): void {
  if (rules.tie === 'fewer-against' && writeIns.length > 0) input.refuse('write-ins-with-fewer-against');
}

function readAppraisal(input: Input): AppraisalCase {
  const fields = input.fields(['kind', 'rules', 'counts', 'grades', 'rates', 'subjects']);
  const rules = completeGates(readAdvisoryRules(fields.rules));
  const counts = readCounts(fields.counts);
  const grades = readDistinct(fields.grades.filledList(), (entry) => entry.text());
  const rates = [...(fields.rates.maybe((given) => given.entries()) ?? [])].map(
    ([name, list]) => [name, readDistinct(list.filledList(), (entry) => entry.word(grades))] as const,
  );
  const subjects = readEntries(fields.subjects.filledList(), (entry) => {
    const { id, counts: given, abstain } = entry.fields(['id', 'counts', 'abstain']);
    const perGrade = Object.entries(given.fields(grades)).map(([grade, figure]) => [grade, figure.figure()] as const);
    return { id: id.text(), counts: new Map(perGrade), abstain: abstain.figure() };
  });
  return { kind: 'appraisal', rules, counts, grades, rates: new Map(rates), subjects };
}

function readPoll(input: Input): PollCase {
  const fields = input.fields(['kind', 'rules', 'counts', 'options']);
  const rules = completeGates(readAdvisoryRules(fields.rules));
  const counts = readCounts(fields.counts);
  const options = readEntries(fields.options.filledList(), (entry) => {
    const { id, votes } = entry.fields(['id', 'votes']);
    return { id: id.text(), votes: votes.figure() };
  });
  return { kind: 'poll', rules, counts, options };
}

function readCounts(input: Input): Counts {
  const { returned, invalid, ...called } = input.fields([...CALLED, 'returned', 'invalid']);
  return { ...figuresOf(called), returned: returned.figure(), invalid: invalid.figure() };
}

/** Where papers are given, what came back is counted from them and may not be stated. */
function readCalled(input: Input): Called {
  return figuresOf(input.fields(CALLED));
}

function figuresOf({ roll, present, issued, voters }: Record<keyof Called, Input>): Called {
  return { roll: roll.figure(), present: present.figure(), issued: issued.figure(), voters: voters.figure() };
}

/** The ids that stand on the paper, where the figures are counted from papers. */
function readBallot(entries: readonly Input[]): string[] {
  return readEntries(entries, (entry) => ({ id: entry.fields(['id']).id.text() })).map(({ id }) => id);
}

/** Reads a single paper. An id that is not on the ballot spoils its paper, not the case. */
export function readPaper({ marks, writeIns }: Record<'marks' | 'writeIns', Input>): Paper {
  const given = [...(marks.maybe((each) => each.entries()) ?? [])].map(([id, mark]) => [id, mark.word(MARKS)] as const);
  return { marks: new Map(given), writeIns: writeIns.maybe((each) => each.list().map((entry) => entry.text())) ?? [] };
}

const readPapers = (input: Input): Paper[] => input.list().map((paper) => readPaper(paper.fields(['marks', 'writeIns'])));

function refuseWithoutPapers(input: Input): void {
  if (input.isGiven()) input.refuse('only-with-papers');
}
