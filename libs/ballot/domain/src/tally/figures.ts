import { Input, readEntries } from '../counting/input.js';
import type { Ballot } from '../record/ballot.js';
import type { Figures } from '../record/count.js';
import type { VotedKind } from '../rules/vocabulary.js';

/** The list of a hall's figures by kind: candidates are counted like matters. */
export const HALL_LISTS = { resolution: 'items', election: 'items', appraisal: 'subjects', poll: 'options' } as const satisfies Record<
  VotedKind,
  string
>;

/**
 * Reads what was counted in the hall, as the kind of the ballot is counted: hands for each matter or candidate, grades for
 * each subject, votes for each option. Whether they add up is asked by the count.
 * @throws MalformedError with the first faulty field
 */
export function readFigures({ kind, scale }: Pick<Ballot, 'kind' | 'scale'>, sent: unknown): Figures[] {
  const input = new Input(sent).fields([HALL_LISTS[kind]])[HALL_LISTS[kind]];
  const grades = scale?.grades ?? [];
  return readEntries(input.filledList(), (entry) => {
    switch (kind) {
      case 'appraisal':
        return readGrades(entry, grades);
      case 'poll':
        return readVotes(entry);
      default:
        return readRaised(entry);
    }
  });
}

/** Reads the figures of a hall as they are kept. @throws MalformedError with the first faulty field */
export const readHands = (ballot: Pick<Ballot, 'kind' | 'scale'>, kept: unknown): Figures[] =>
  readFigures(ballot, { [HALL_LISTS[ballot.kind]]: kept });

const FIGURE_MAX = 1_000_000; // Far above any hall; the gates of the count are the real limit.

function readRaised(entry: Input): Figures {
  const { id, yes, no, abstain } = entry.fields(['id', 'yes', 'no', 'abstain']);
  return { id: id.text(), yes: figure(yes), no: figure(no), abstain: figure(abstain) };
}

/** Every grade is told, also the one that nobody gave: a figure left out may be a figure forgotten. */
function readGrades(entry: Input, grades: readonly string[]): Figures {
  const { id, counts, abstain } = entry.fields(['id', 'counts', 'abstain']);
  const given = counts.entries();
  for (const [grade, count] of given) if (!grades.includes(grade)) count.refuse('not-a-grade');
  if (given.size < grades.length) counts.refuse('incomplete');
  return {
    id: id.text(),
    counts: Object.fromEntries([...given].map(([grade, count]) => [grade, figure(count)])),
    abstain: figure(abstain),
  };
}

function readVotes(entry: Input): Figures {
  const { id, votes } = entry.fields(['id', 'votes']);
  return { id: id.text(), votes: figure(votes) };
}

const figure = (input: Input): number => input.whole(0, FIGURE_MAX);
