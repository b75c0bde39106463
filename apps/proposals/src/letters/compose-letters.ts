import type { CivilDate } from '@plenum/calendar';
import type { LetterWords } from '../report/messages/letter-wording.js';
import { filled, type ReportWords } from '../report/messages/wording.js';
import type { FormRow, Paper, PaperBlock } from '../report/papers/paper.js';

/** What both letters tell of their matter. */
export interface LetterMatter {
  readonly words: ReportWords;
  readonly letterWords: LetterWords;
  readonly organisation: string;
  readonly session: { readonly termNo: number; readonly sessionNo: number };
  readonly docketNo: string | null;
  readonly subject: string;
  readonly proposers: readonly string[];
  readonly unit: string;
}

/** All that a letter of assignment is made of. */
export interface AssignmentLetter extends LetterMatter {
  readonly category: string | null;
  readonly grounds: string;
  readonly measures: string;
  readonly assisting: readonly string[];
  /** So many days before the next session where it had no day yet. */
  readonly due: CivilDate | { readonly daysBeforeSession: number };
  readonly assignedOn: CivilDate;
  readonly at: Date;
  readonly instruction: { readonly text: string; readonly leader: string } | null;
}

/** All that a letter of reply is made of. */
export interface ReplyLetter extends LetterMatter {
  readonly round: number;
  readonly text: string;
  readonly result: string;
  readonly basis: string | null;
  /** The names of what was attached. */
  readonly files: readonly string[];
  readonly promises: readonly { readonly promise: string; readonly dueOn: CivilDate }[];
  readonly overdue: boolean;
  readonly repliedOn: CivilDate;
  readonly at: Date;
}

/** The letter of assignment (交办书), one page to be signed for. */
export function composeAssignmentLetter(letter: AssignmentLetter): Paper {
  const { letterWords: words, words: report } = letter;
  const { parts } = words;
  const place = placeOf(letter);
  const rows: FormRow[] = [
    [parts.docketNo, letter.docketNo ?? ''],
    [parts.assignedOn, dayText(letter.assignedOn, words.day)],
    [parts.subject, letter.subject],
    [parts.category, letter.category ?? report.none],
    [parts.proposer, letter.proposers.join(words.between)],
    [parts.grounds, letter.grounds, 'text'],
    [parts.measures, letter.measures, 'text'],
    [parts.unit, letter.unit],
    [parts.assisting, letter.assisting.join(words.between)],
    [parts.due, dueText(letter.due, words)],
    [parts.instruction, letter.instruction ? filled(words.instructed, letter.instruction) : ''],
    [parts.receipt, words.receiptLine, 'seal'],
  ];
  const [before = '', after = ''] = report.page.split('{page}');
  return {
    title: words.assignment,
    issuer: letter.organisation,
    under: [place],
    page: [`${letter.organisation} ${place}　${before}`, after],
    at: letter.at,
    blocks: [{ kind: 'form', title: words.assignment, rows }],
  };
}

/** The letter of reply (答复函), as it was given in its round. */
export function composeReplyLetter(letter: ReplyLetter): Paper {
  const { letterWords: words, words: report, docketNo } = letter;
  const gaps = { term: letter.session.termNo, session: letter.session.sessionNo, subject: letter.subject, docketNo: docketNo ?? '' };
  const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
  const [before = '', after = ''] = report.page.split('{page}');
  const table: PaperBlock = {
    kind: 'table',
    caption: words.promises,
    widths: [4, 1],
    head: [words.promise, words.promisedUntil],
    rows: letter.promises.map(({ promise, dueOn }) => [promise, dayText(dueOn, words.day)]),
  };
  return {
    title: docketNo === null ? words.suggestionReplyTo : filled(words.replyTo, gaps),
    issuer: letter.unit,
    under: letter.round > 1 ? [filled(words.round, { round: letter.round })] : [],
    page: [`${letter.unit}　${before}`, after],
    at: letter.at,
    blocks: [
      { kind: 'opening', text: filled(words.dear, { names: letter.proposers.join(words.between) }) },
      paragraph(filled(docketNo === null ? words.receivedUnnumbered : words.received, gaps)),
      ...letter.text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())])),
      paragraph(filled(words.result, { result: letter.result })),
      ...(letter.basis === null ? [] : [paragraph(filled(words.basis, { basis: letter.basis }))]),
      ...(letter.promises.length > 0 ? [table] : []),
      ...(letter.files.length > 0
        ? [words.files, ...letter.files.map((name, nth) => filled(words.file, { nth: nth + 1, name }))].map(paragraph)
        : []),
      ...(letter.overdue ? [paragraph(words.late)] : []),
      { kind: 'closing', text: letter.unit },
      { kind: 'closing', text: dayText(letter.repliedOn, words.day) },
    ],
  };
}

const placeOf = ({ words, session }: LetterMatter): string => filled(words.session, { term: session.termNo, session: session.sessionNo });

const dueText = (due: AssignmentLetter['due'], words: LetterWords): string =>
  typeof due === 'string' ? dayText(due, words.dayIncluded) : filled(words.beforeSession, { days: due.daysBeforeSession });

function dayText(date: CivilDate, words: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return filled(words, { year, month, day });
}
