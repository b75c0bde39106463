import {
  type GradeCounts,
  gradesOf,
  MATTER_CLASSES,
  perMille,
  type ProposalStatistics,
  type Rate,
  type RatingGrade,
  type SatisfactionFigures,
} from '@plenum/proposals-domain';
import { type ReportWords, filled } from './messages/wording.js';
import type { Paper, PaperBlock, PaperTable } from './papers/paper.js';
import type { FiguresTold } from './session-figures.js';
import type { MatterTold } from './session-matters.js';

/** All that a report is made of: nothing of it changes after its cut-off. */
export interface ReportContent extends FiguresTold {
  readonly words: ReportWords;
  readonly organisation: string;
  readonly session: { readonly termNo: number; readonly sessionNo: number };
  readonly cutOff: Date;
  /** The cut-off as people read it. */
  readonly cutOffText: string;
  /** Of delegations and units, as they were. */
  readonly names: Readonly<Record<string, string>>;
}

/** The report on review and handling (提案审查及处理情况报告). */
export function composeReport(content: ReportContent): Paper {
  const { words, figures, cutOff, cutOffText } = content;
  const { outstanding: _, ...owed } = content.carriedOver;
  const { headings, page } = words;
  const [before = '', after = ''] = page.split('{page}');
  const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
  const say = (text: string, gaps: Readonly<Record<string, string | number>>): PaperBlock => ({
    kind: 'paragraph',
    text: filled(text, gaps),
  });
  const tables = tablesOf(content);
  const shown = (table: PaperTable): PaperBlock[] => (table.rows.length > 0 ? [table] : []);
  const { signers, proposers, seconders, answered, inTime, solvedOrPlanned, implemented, satisfaction } = figures;
  return {
    title: words.title,
    issuer: content.organisation,
    under: underTitle(content),
    page: [before, after],
    at: cutOff,
    blocks: [
      ...(owed.made === 0
        ? []
        : [
            heading(headings.carriedOver),
            say(words.carriedOver, { ...owed, rate: told({ part: owed.done, whole: owed.due }, words) }),
            ...shown(tables.outstanding),
          ]),
      heading(headings.received),
      say(words.received, countsOf(figures)),
      say(words.signers, {
        leads: proposers.persons,
        leadTimes: proposers.personTimes,
        seconders: seconders.persons,
        seconderTimes: seconders.personTimes,
        ...signers,
      }),
      ...[tables.classes, tables.categories, tables.delegations].flatMap(shown),
      heading(headings.handling),
      say(words.answered, {
        assigned: answered.whole,
        answered: answered.part,
        answeredRate: told(answered, words),
        inTime: inTime.part,
        inTimeRate: told(inTime, words),
      }),
      say(words.solvedOrPlanned, { filed: solvedOrPlanned.whole, solved: solvedOrPlanned.part, rate: told(solvedOrPlanned, words) }),
      ...[tables.units, tables.results].flatMap(shown),
      heading(headings.satisfaction),
      say(words.satisfaction, { given: satisfaction.given, silent: satisfaction.silent }),
      ...(satisfaction.deemedSatisfied === 0 ? [] : [say(words.deemed, { deemed: satisfaction.deemedSatisfied })]),
      ...(satisfaction.attitude === null ? [say(words.tooFew, {})] : shown(tables.gradeShares)),
      heading(headings.commitments),
      say(words.commitments, { due: implemented.whole, done: implemented.part, rate: told(implemented, words) }),
      ...(tables.filed.rows.length > 0 ? [heading(headings.filed), tables.filed] : []),
      { kind: 'closing', text: words.committee },
      { kind: 'closing', text: filled(words.cutOff, { time: cutOffText }) },
    ],
  };
}

/** Under the title of each document: the session, and the cut-off. */
export const underTitle = ({ words, session, cutOffText }: Pick<ReportContent, 'words' | 'session' | 'cutOffText'>): readonly string[] => [
  filled(words.session, { term: session.termNo, session: session.sessionNo }),
  filled(words.cutOff, { time: cutOffText }),
];

/** The tables of a workbook. */
export function workbookOf(content: ReportContent): readonly PaperTable[] {
  const tables = tablesOf(content);
  return [
    tables.classes,
    tables.rates,
    tables.people,
    tables.categories,
    tables.delegations,
    tables.units,
    tables.results,
    ...(content.figures.satisfaction.attitude ? [tables.grades] : []),
    ...(tables.outstanding.rows.length > 0 ? [tables.outstanding] : []),
    tables.filed,
  ];
}

const table = (caption: string, widths: readonly number[], head: readonly string[], rows: PaperTable['rows']): PaperTable => ({
  kind: 'table',
  caption,
  widths,
  head,
  rows,
});

function tablesOf({ words, figures, matters, names, carriedOver }: ReportContent) {
  const { captions, columns, classes, people, personColumns } = words;
  const counts = countsOf(figures);
  const named = (id: string | null, otherwise: string): string => (id === null ? otherwise : (names[id] ?? words.unnamed));
  const groups = (all: ProposalStatistics['byCategory'], nameOf: (key: string | null) => string) =>
    all.map(({ key, received, filed, suggestions }) => [nameOf(key), received, filed, suggestions]);
  const four = [columns.received, columns.filed, columns.suggestions];
  const rates = ['answered', 'inTime', 'solvedOrPlanned', 'implemented'] as const;
  const { satisfaction } = figures;
  return {
    classes: table(
      captions.classes,
      [4, 2],
      [columns.class, columns.count],
      [...MATTER_CLASSES.map((name) => [classes[name], counts[COUNT_OF[name]]]), [words.total, figures.received]],
    ),
    rates: table(
      columns.figure,
      [6, 2, 2],
      [columns.figure, columns.part, columns.whole],
      rates.map((name) => [words.figures[name], figures[name].part, figures[name].whole]),
    ),
    people: table(
      personColumns.who,
      [4, 2, 2],
      [personColumns.who, personColumns.persons, personColumns.personTimes],
      (['proposers', 'seconders', 'signers'] as const).map((who) => [people[who], figures[who].persons, figures[who].personTimes]),
    ),
    categories: table(
      captions.categories,
      [4, 2, 2, 2],
      [columns.category, ...four],
      groups(figures.byCategory, (key) => key ?? words.none),
    ),
    delegations: table(
      captions.delegations,
      [4, 2, 2, 2],
      [columns.delegation, ...four],
      groups(figures.byDelegation, (key) => named(key, words.unnamed)),
    ),
    units: table(
      captions.units,
      [4, 2, 2, 2, 2],
      [columns.unit, columns.assigned, columns.onTime, columns.late, columns.waiting],
      unitRows(figures, (id) => named(id, words.unnamed)),
    ),
    results: table(
      captions.results,
      [4, 2],
      [columns.result, columns.count],
      figures.byResult.map(({ resultCategory, count }) => [words.results[resultCategory] ?? resultCategory, count]),
    ),
    grades: gradeTable(
      words,
      gradeRows(satisfaction, words, ({ part }) => part),
    ),
    gradeShares: gradeTable(
      words,
      gradeRows(satisfaction, words, (rate) => told(rate, words)),
    ),
    outstanding: outstandingTable(words, carriedOver.outstanding),
    filed: table(
      columns.filed,
      [3, 7, 3, 4, 3],
      [columns.docketNo, columns.subject, columns.proposer, columns.unit, columns.result],
      filedRows(matters, words),
    ),
  };
}

const COUNT_OF = {
  FILED: 'filed',
  SUGGESTION: 'suggestions',
  NOT_FILED: 'notFiled',
  MERGED: 'mergedAway',
  RETURNED: 'returned',
  WITHDRAWN: 'withdrawn',
  UNDER_REVIEW: 'underReview',
} as const;

function countsOf(figures: ProposalStatistics) {
  const { received, filed, suggestions, notFiled, mergedAway, returned, withdrawn, underReview, late } = figures;
  return { received, filed, suggestions, notFiled, mergedAway, returned, withdrawn, underReview, late };
}

const outstandingTable = (words: ReportWords, outstanding: ReportContent['carriedOver']['outstanding']): PaperTable =>
  table(
    words.captions.outstanding,
    [3, 7, 4, 3, 2],
    (['docketNo', 'promise', 'unit', 'dueOn', 'fate'] as const).map((name) => words.columns[name]),
    outstanding.map(({ docketNo, promise, unit, dueOn, fate }) => [
      docketNo ?? '',
      promise ?? words.confidential,
      unit ?? words.unnamed,
      dueOn,
      words.fates[fate],
    ]),
  );

const gradeTable = ({ captions, columns }: ReportWords, rows: PaperTable['rows']): PaperTable =>
  table(captions.grades, [4, 2, 2], [columns.grade, columns.attitude, columns.result], rows);

/** Four grades where somebody was offered four and took the best; nothing under what nobody was asked. Each is so many of those asked. */
function gradeRows(satisfaction: SatisfactionFigures, { grades }: ReportWords, cell: (rate: Rate) => string | number): PaperTable['rows'] {
  const { attitude, result, given, notAsked } = satisfaction;
  if (!attitude || !result) return [];
  const isVery = attitude.VERY_SATISFIED + result.VERY_SATISFIED > 0;
  const count = (of: 'attitude' | 'result', counts: GradeCounts, grade: RatingGrade) =>
    notAsked[of] === given ? '' : cell({ part: counts[grade], whole: given - notAsked[of] });
  return gradesOf(isVery ? 4 : 3).map((grade) => [grades[grade], count('attitude', attitude, grade), count('result', result, grade)]);
}

/** What was filed, in the order of docket numbers. */
function filedRows(matters: readonly MatterTold[], words: ReportWords): PaperTable['rows'] {
  const filed = matters.filter(({ matter }) => matter.class === 'FILED');
  const key = ({ particulars: { docketNo } }: MatterTold): string => docketNo ?? '';
  const order = [...filed].sort((one, other) => key(one).length - key(other).length || (key(one) < key(other) ? -1 : 1));
  return order.map(({ matter, confidential, particulars: { docketNo, subject, names } }) => [
    docketNo ?? '',
    confidential ? words.confidential : subject,
    confidential ? words.confidential : (names[matter.leadProposerId] ?? words.unnamed),
    matter.units.map(({ unitId }) => names[unitId] ?? words.unnamed).join(words.between),
    matter.units
      .flatMap(({ resultCategory }) => (resultCategory === null ? [] : [words.results[resultCategory] ?? resultCategory]))
      .join(words.between),
  ]);
}

/** A rate with both its numbers. */
function told(rate: Rate, { rate: words, noRate }: ReportWords): string {
  const thousandths = perMille(rate);
  const percent = thousandths === null ? '' : `${Math.floor(thousandths / 10)}.${thousandths % 10}`;
  return filled(thousandths === null ? noRate : words, { percent, ...rate });
}

const unitRows = ({ byUnit }: ProposalStatistics, nameOf: (id: string) => string): PaperTable['rows'] =>
  byUnit.map(({ unitId, assigned, repliedOnTime, repliedLate }) => [
    nameOf(unitId),
    assigned,
    repliedOnTime,
    repliedLate,
    assigned - repliedOnTime - repliedLate,
  ]);
