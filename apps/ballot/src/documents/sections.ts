import { type Ballot, type Counts, type CountedOutcome, type TalliedPapers, electedIn } from '@plenum/ballot-domain';
import type { DocumentWords } from './messages/wording.js';
import type { Bilingual, Cell, Heading, Paragraph, Table } from './official-paper.js';
import { both, explained, labelsOf, listed, thresholdWords } from './wording.js';

export const heading = (pick: (words: DocumentWords) => string): Heading => ({ kind: 'heading', text: both(pick) });
export const paragraph = (text: Bilingual): Paragraph => ({ kind: 'paragraph', text });

/** The rules that decided, each with its base and the figure that was enough. */
export function ruleLines(ballot: Ballot, { needed }: CountedOutcome): Paragraph[] {
  const { quorum, participation, returnedLimit } = ballot.rules;
  const { seats, elect, tie, shortage } = ballot.kind === 'election' ? ballot.rules : {};
  const { pass } = ballot.kind === 'resolution' ? ballot.rules : {};
  const [toSit, toCount, toPass, toElect] = [quorum, participation, pass, elect].map((stated) => stated && thresholdWords(stated));
  return [
    seats === undefined ? null : both((words) => words.rules.seats, { seats }),
    toSit && needed.quorum !== undefined ? both((words) => words.rules.quorum, { fraction: toSit, needed: needed.quorum }) : null,
    returnedLimit ? both((words) => words.rules.returnedLimit[returnedLimit]) : null,
    toCount ? both((words) => words.rules.participation, { fraction: toCount }) : null,
    toPass
      ? both((words) => (needed.pass === undefined ? words.rules.passOf : words.rules.pass), { fraction: toPass, needed: needed.pass })
      : null,
    toElect
      ? both((words) => (needed.elect === undefined ? words.rules.electOf : words.rules.elect), { fraction: toElect, needed: needed.elect })
      : null,
    tie ? both((words) => words.rules.tie[tie]) : null,
    shortage ? both((words) => words.rules.shortage[shortage]) : null,
  ]
    .filter((line) => line !== null)
    .map(paragraph);
}

const FIGURES = ['roll', 'present', 'issued', 'voters', 'returned', 'valid', 'invalid'] as const;
type Figures = Partial<Record<(typeof FIGURES)[number], number | null>>;

/** The figures of the meeting and of the count; on a mixed ballot each channel under those of all. */
export function figuresTable(ballot: Ballot): Table {
  const { roll, present, issued, reconciliation, tally } = ballot;
  const counts = withValid(tally?.countingCase?.counts);
  const whole: Figures = counts ?? {
    roll,
    present,
    issued,
    voters: reconciliation?.voters ?? null,
    returned: reconciliation?.returned ?? null,
  };
  const parts = Object.entries(tally?.perChannel ?? {}).map(([channel, part]) =>
    figureRow(
      both((words) => words.parts[channel as 'paper' | 'sealed']),
      withValid(part.counts) ?? {},
    ),
  );
  const isMixed = parts.length > 0;
  const row = figureRow('', whole);
  return {
    kind: 'table',
    widths: isMixed ? [22, ...FIGURES.map(() => 11)] : FIGURES.map(() => 14),
    head: [...(isMixed ? [both((words) => words.figures.part)] : []), ...FIGURES.map((name) => both((words) => words.figures[name]))],
    rows: isMixed ? [row, ...parts] : [row.slice(1)],
  };
}

const figureRow = (name: Cell, figures: Figures): Cell[] => [name, ...FIGURES.map((figure) => String(figures[figure] ?? '—'))];

const withValid = (counts: Counts | undefined): Figures | null => (counts ? { ...counts, valid: counts.returned - counts.invalid } : null);

/** Why papers were spoiled, and how doubtful ones were decided. */
export function paperLines(papers: TalliedPapers | null): Paragraph[] {
  const counted = (what: Bilingual, count: number): Bilingual => both((words) => words.count, { what, count });
  const reason = (word: string): Bilingual => both((words) => words.reasons[word as keyof DocumentWords['reasons']] ?? word);
  const labelled = (label: (words: DocumentWords) => string, list: Bilingual[]): Paragraph[] => {
    if (list.length === 0) return [];
    const [name, said] = [both(label), listed(list)];
    return [paragraph({ zh: `${name.zh}：${said.zh}`, en: `${name.en}: ${said.en}` })];
  };
  const spoiled = Object.entries(papers?.reasons ?? {}).map(([word, count]) => counted(reason(word), count));
  const doubtful = Object.entries(papers?.doubtful ?? {}).flatMap(([verdict, reasons]) =>
    Object.entries(reasons ?? {}).map(([word, count]) => {
      const [ruled, why] = [both((words) => words.verdicts[verdict as keyof DocumentWords['verdicts']]), reason(word)];
      return counted({ zh: `${ruled.zh}（${why.zh}）`, en: `${ruled.en} (${why.en})` }, count);
    }),
  );
  return [...labelled(({ spoiled: label }) => label, spoiled), ...labelled(({ doubtful: label }) => label, doubtful)];
}

/** Lots are drawn after the tally sheet is signed, which stays as it was; whoever reads the notice reads what they decided. */
export type LotsShown = 'as-counted' | 'as-drawn';

/** What became of somebody level with others; still level where no lots are drawn. */
function fateByLot(ballot: Ballot, id: string): 'tied' | 'elected-by-lot' | 'not-drawn' {
  const drawn = electedIn(ballot).filter(({ byLot }) => byLot);
  if (drawn.length === 0) return 'tied';
  return drawn.some((each) => each.id === id) ? 'elected-by-lot' : 'not-drawn';
}

/** The votes of every choice in the order of the paper (R42); nothing where a gate stopped the count. */
export function votesTables(ballot: Ballot, lots: LotsShown = 'as-counted'): (Table | Paragraph)[] {
  const { outcome, countingCase } = ballot.tally ?? {};
  if (!outcome || !countingCase) return [paragraph(both(({ noVotes }) => noVotes))];
  const labelOf = labelsOf(ballot);
  const column = (name: keyof DocumentWords['columns']): Bilingual => both(({ columns }) => columns[name]);
  if ('items' in outcome) {
    const rows = outcome.items.map(({ id, yes, no, abstain, needed, passed }, nth) => [
      String(nth + 1),
      labelOf(id),
      ...[yes, no, abstain, needed].map(String),
      both((words) => (passed ? words.passed : words.notPassed)),
    ]);
    return [
      {
        kind: 'table',
        widths: [8, 36, 11, 11, 11, 11, 14],
        head: (['no', 'item', 'yes', 'no_', 'abstain', 'needed', 'result'] as const).map(column),
        rows,
      },
    ];
  }
  if ('ranking' in outcome && countingCase.kind === 'election') {
    const reached = new Map(outcome.ranking.map(({ id, outcome: word }) => [id, word]));
    const resultOf = (id: string): Cell => {
      const word = reached.get(id);
      return word ? both(({ outcomes }) => outcomes[lots === 'as-drawn' && word === 'tied' ? fateByLot(ballot, id) : word]) : '—';
    };
    const candidates = countingCase.candidates.map(({ id, yes, no, abstain }, nth) => [
      String(nth + 1),
      labelOf(id),
      ...[yes, no, abstain].map(String),
      resultOf(id),
    ]);
    const table: Table = {
      kind: 'table',
      widths: [8, 36, 13, 13, 13, 17],
      head: (['no', 'candidate', 'yes', 'no_', 'abstain', 'result'] as const).map(column),
      rows: candidates,
    };
    const written = countingCase.writeIns ?? [];
    if (written.length === 0) return [table];
    const names = [...written].sort((one, other) => other.yes - one.yes || (one.id < other.id ? -1 : 1));
    const rows = names.map(({ id, yes, eligible }, nth) => [
      String(nth + 1),
      id,
      String(yes),
      both((words) => (eligible ? words.eligible : words.ineligible)),
      resultOf(id),
    ]);
    return [
      table,
      { kind: 'table', widths: [8, 42, 16, 17, 17], head: (['no', 'written', 'yes', 'eligible', 'result'] as const).map(column), rows },
    ];
  }
  if ('subjects' in outcome) {
    const grades = ballot.scale?.grades ?? [];
    const rates = Object.keys(ballot.scale?.rates ?? {});
    const share = ({ count, ofValid }: { count: number; ofValid: { percent: string | null } }): string =>
      `${count}（${ofValid.percent ?? '—'}%）`;
    const rows = outcome.subjects.map((subject, nth) => [
      String(nth + 1),
      labelOf(subject.id),
      ...[...grades.map((grade) => subject.grades[grade]), ...rates.map((rate) => subject.rates[rate])].map((each) =>
        each ? share(each) : '—',
      ),
      String(subject.abstain),
    ]);
    const plain = (name: string): Bilingual => ({ zh: name, en: '' });
    const many = grades.length + rates.length;
    return [
      {
        kind: 'table',
        widths: [6, 18, ...Array.from({ length: many }, () => 66 / many), 10],
        head: [column('no'), column('subject'), ...grades.map(plain), ...rates.map(plain), column('abstain')],
        rows,
      },
    ];
  }
  if ('options' in outcome) {
    const votes = new Map(outcome.options.map((option) => [option.id, option]));
    const rows = ballot.choices.map(({ id, label }, nth) => {
      const option = votes.get(id);
      return [
        String(nth + 1),
        label,
        String(option?.votes ?? '—'),
        `${option?.ofValid.percent ?? '—'}%`,
        outcome.leading.includes(id) ? both(({ leading }) => leading) : '',
      ];
    });
    return [
      { kind: 'table', widths: [8, 46, 14, 16, 16], head: (['no', 'option', 'votes', 'share', 'result'] as const).map(column), rows },
    ];
  }
  return [];
}

/** How it ended, and each step of the reasoning. */
export function outcomeLines(ballot: Ballot, lots: LotsShown = 'as-counted'): Paragraph[] {
  const outcome = ballot.tally?.outcome;
  if (!outcome) return [];
  const status = both((words) => words.result, {
    status: both((words) =>
      lots === 'as-drawn' && electedIn(ballot).some(({ byLot }) => byLot) ? words.lotsDrawn : words.status[outcome.status],
    ),
  });
  return [status, ...outcome.explanation.map((step) => explained(step, labelsOf(ballot)))].map(paragraph);
}
