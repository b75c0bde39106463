import { type CivilDate, isCivilDate } from '@plenum/calendar';
import type { CommitmentState } from '../commitments/commitment.js';
import type { Track } from '../vocabulary/vocabulary.js';
import { HISTORY_COLUMNS, HISTORY_LIMITS, type HistoryColumn, NEEDED_COLUMNS, TEXT_COLUMNS } from './history-columns.js';
import { PROMISE_VOCABULARY, RESULT_VOCABULARY, TRACK_VOCABULARY } from './history-wording.js';

/** One line of such a table: its row in the file (rows count from 1) and the cells of the columns that the file has. */
export interface HistoryLine {
  readonly row: number;
  readonly values: Readonly<Partial<Record<HistoryColumn, string>>>;
}

/** Why a cell is refused; stable, the web words each of them. */
export const HISTORY_FAULT_REASONS = [
  'required',
  'too-long',
  'formula',
  'duplicate',
  'taken',
  'unknown',
  'ambiguous',
  'form',
  'in-future',
  'without-reply',
  'before-submission',
] as const;
export type HistoryFaultReason = (typeof HISTORY_FAULT_REASONS)[number];

export interface HistoryFault {
  readonly column: HistoryColumn;
  readonly reason: HistoryFaultReason;
}

/** Nothing of it is known yet; it was imported before; or something is wrong with it. */
export type HistoryRowState = 'new' | 'known' | 'refused';

/** Whose an earlier matter was: a member, or a name that nobody here bears. */
export interface EarlierProposer {
  readonly memberId: string | null;
  readonly name: string | null;
}

/** An earlier matter as a row tells it. */
export interface HistoryEntry {
  readonly number: string;
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category: string | null;
  readonly track: Track;
  readonly proposer: EarlierProposer;
  readonly submittedOn: CivilDate;
  readonly unitId: string | null;
  readonly reply: { readonly text: string; readonly result: string; readonly on: CivilDate } | null;
  readonly promise: { readonly text: string; readonly dueOn: CivilDate; readonly state: Exclude<CommitmentState, 'REPORTED'> } | null;
}

/** A row and what becomes of it. */
export interface HistoryRow {
  readonly row: number;
  readonly state: HistoryRowState;
  readonly faults: readonly HistoryFault[];
  readonly values: HistoryLine['values'];
  /** Null for a row that is refused. */
  readonly entry: HistoryEntry | null;
}

/** What rows are held against. */
export interface HistoryContext {
  /** The numbers that were imported before in the same session. */
  readonly known: ReadonlySet<string>;
  /** The docket numbers of that session that were not imported. */
  readonly taken: ReadonlySet<string>;
  /** Units by their names and codes, in small letters. */
  readonly units: ReadonlyMap<string, string>;
  /** Members by their staff numbers, in small letters. */
  readonly members: ReadonlyMap<string, string>;
  /** Members by their names; those of the same name all. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** The day on which the earlier session ended: the date of what has none. */
  readonly endedOn: CivilDate;
  readonly today: CivilDate;
}

/** How many rows become what. */
export function historySummary(rows: readonly Pick<HistoryRow, 'state'>[]): Readonly<Record<HistoryRowState, number>> {
  const count = (wanted: HistoryRowState) => rows.filter(({ state }) => state === wanted).length;
  return { new: count('new'), known: count('known'), refused: count('refused') };
}

/** Checks every row of a table of earlier matters; one that is refused says each column that is wrong, and why. */
export function checkHistory(lines: readonly HistoryLine[], context: HistoryContext): readonly HistoryRow[] {
  const times = new Map<string, number>();
  for (const { values } of lines) times.set(textOf(values.number), (times.get(textOf(values.number)) ?? 0) + 1);
  return lines.map((line) => {
    const cells = new Cells(line, context, (number) => (times.get(number) ?? 0) > 1);
    const entry = cells.entry();
    const faults = cells.faults();
    const values = Object.fromEntries(HISTORY_COLUMNS.flatMap((column) => valueIn(line, column)));
    if (faults.length > 0) return { row: line.row, state: 'refused', faults, values, entry: null };
    return { row: line.row, state: context.known.has(entry.number) ? 'known' : 'new', faults, values, entry };
  });
}

const FORMULA = /^[=+@＝＋＠]/; // A cell that a spreadsheet would run, should the text ever be opened in one.
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/; // The time of a day is left out.

const textOf = (value: string | undefined): string => (value ?? '').trim();

/** Cut between two characters: no database takes half of one. */
const beginningOf = (text: string): string => text.slice(0, HISTORY_LIMITS.short).replace(/\p{Cs}$/u, '');

function valueIn({ values }: HistoryLine, column: HistoryColumn): [HistoryColumn, string][] {
  const value = values[column];
  return value === undefined ? [] : [[column, beginningOf(textOf(value))]];
}

/** The cells of a row, each read once; what is wrong with them is gathered on the way. */
class Cells {
  private readonly wrong = new Map<HistoryColumn, HistoryFaultReason>();

  constructor(
    private readonly line: HistoryLine,
    private readonly context: HistoryContext,
    private readonly isTwice: (number: string) => boolean,
  ) {
    for (const column of HISTORY_COLUMNS) {
      const text = this.text(column);
      const most = TEXT_COLUMNS.includes(column) ? HISTORY_LIMITS.text : HISTORY_LIMITS.short;
      if (text.length > most) this.fault(column, 'too-long');
      else if (FORMULA.test(text)) this.fault(column, 'formula');
      else if (text === '' && NEEDED_COLUMNS.includes(column)) this.fault(column, 'required');
    }
    if (this.text('number') !== '' && this.isTwice(this.text('number'))) this.fault('number', 'duplicate');
    if (context.taken.has(this.text('number'))) this.fault('number', 'taken');
  }

  /** In the order of the columns; one of each. */
  faults(): readonly HistoryFault[] {
    return HISTORY_COLUMNS.flatMap((column) => {
      const reason = this.wrong.get(column);
      return reason === undefined ? [] : [{ column, reason }];
    });
  }

  entry(): HistoryEntry {
    const submittedOn = this.day('submittedOn') ?? this.earlier(this.day('repliedOn'));
    const unitId = this.unit();
    return {
      number: this.text('number'),
      subject: this.text('subject'),
      grounds: this.text('grounds'),
      measures: this.text('measures'),
      category: this.text('category') || null,
      track: this.word('track', TRACK_VOCABULARY) ?? 'PROPOSAL',
      proposer: this.proposer(),
      submittedOn,
      unitId,
      reply: this.reply(unitId, submittedOn),
      promise: this.promise(),
    };
  }

  /** A reply is some unit's; one without a result is kept for reference. */
  private reply(unitId: string | null, submittedOn: CivilDate): HistoryEntry['reply'] {
    const [text, result] = [this.text('reply'), this.text('result')];
    const on = this.day('repliedOn');
    if (text === '' && result === '') return null;
    if (unitId === null) this.fault('unit', 'required');
    if (on !== null && on < submittedOn && !this.wrong.has('submittedOn')) this.fault('repliedOn', 'before-submission');
    return {
      text: text || result,
      result: RESULT_VOCABULARY.get(result.toLowerCase()) ?? (result || 'REFERENCE'),
      on: on ?? this.later(submittedOn),
    };
  }

  /** What was promised stands in a reply, and is owed by a day. */
  private promise(): HistoryEntry['promise'] {
    const text = this.text('promise');
    const dueOn = this.date('promiseDueOn');
    const state = this.word('promiseState', PROMISE_VOCABULARY) ?? 'OPEN';
    if (text === '') return null;
    if (this.text('reply') === '' && this.text('result') === '') this.fault('promise', 'without-reply');
    if (dueOn === null) this.fault('promiseDueOn', 'required');
    return { text, dueOn: dueOn ?? this.context.endedOn, state };
  }

  /** What was answered before its session ended was handed in by then. */
  private earlier(repliedOn: CivilDate | null): CivilDate {
    return repliedOn !== null && repliedOn < this.context.endedOn ? repliedOn : this.context.endedOn;
  }

  private later(day: CivilDate): CivilDate {
    return day > this.context.endedOn ? day : this.context.endedOn;
  }

  private proposer(): EarlierProposer {
    const text = this.text('proposer');
    const namesakes = this.context.named.get(text) ?? [];
    if (namesakes.length > 1) this.fault('proposer', 'ambiguous');
    const memberId = this.context.members.get(text.toLowerCase()) ?? namesakes[0] ?? null;
    return { memberId, name: memberId === null && text !== '' ? text : null };
  }

  private unit(): string | null {
    const text = this.text('unit');
    const found = this.context.units.get(text.toLowerCase()) ?? null;
    if (text !== '' && found === null) this.fault('unit', 'unknown');
    return found;
  }

  /** A day that has passed, or is today. */
  private day(column: HistoryColumn): CivilDate | null {
    const day = this.date(column);
    if (day !== null && day > this.context.today) this.fault(column, 'in-future');
    return day;
  }

  private date(column: HistoryColumn): CivilDate | null {
    const text = this.text(column);
    if (text === '') return null;
    const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isCivilDate(date)) return date;
    this.fault(column, 'form');
    return null;
  }

  private word<T>(column: HistoryColumn, vocabulary: ReadonlyMap<string, T>): T | null {
    const text = this.text(column);
    const found = vocabulary.get(text.toLowerCase()) ?? null;
    if (text !== '' && found === null) this.fault(column, 'unknown');
    return found;
  }

  private text(column: HistoryColumn): string {
    return textOf(this.line.values[column]);
  }

  /** The first fault of a cell is told. */
  private fault(column: HistoryColumn, reason: HistoryFaultReason): void {
    if (!this.wrong.has(column)) this.wrong.set(column, reason);
  }
}
