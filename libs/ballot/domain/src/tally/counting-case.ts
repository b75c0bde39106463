import type { Counts, CountingCase, SortedPapers } from '../counting/case.js';
import { parseCase } from '../counting/parse.js';
import type { Sheet } from '../paper-entry/sheets.js';
import type { Ballot } from '../record/ballot.js';
import type { PerChannel } from '../record/conduct.js';
import {
  type ChannelFigures,
  DOUBT_REASONS,
  type DoubtReason,
  type Figures,
  type GradeCount,
  type HandCount,
  type OptionCount,
  type TallyCase,
} from '../record/count.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { countingRules } from '../rules/rules.js';
import { CHOICE_LISTS } from '../rules/vocabulary.js';
import { type QuestionSums, votesOf } from '../sealed/sealed-questions.js';
import { countGrades, countOptions } from './forms.js';
import { figuresAdded } from './per-channel.js';

/** What a counting case is made from besides the votes. */
export type CountingInput = KindRules & Pick<Ballot, 'round' | 'scale' | 'choices' | 'roll' | 'present' | 'issued' | 'reconciliation'>;

/** A paper as it counts: by the rules, or spoiled by what scrutineers found on it. */
export interface CountedSheet extends Pick<Sheet, 'marks' | 'writeIns'> {
  readonly spoiled: DoubtReason | null;
}

/** A case of COUNTING.md with figures, and what sorting the papers gave. */
export interface SheetCount {
  readonly countingCase: TallyCase;
  readonly papers: SortedPapers;
}

/** Sorts and counts sheets. What scrutineers found invalid is spoiled under their reason; it never comes before the rules of the papers. */
export function countSheets(ballot: CountingInput, sheets: readonly CountedSheet[], ineligible: readonly string[]): SheetCount {
  const sound = sheets.filter(({ spoiled }) => spoiled === null);
  const spoiled = sheets.map((sheet) => sheet.spoiled).filter((reason) => reason !== null);
  const { countingCase, papers } =
    ballot.kind === 'appraisal' || ballot.kind === 'poll' ? advisoryCase(ballot, sound) : decidingCase(ballot, sound, ineligible);
  const reasons = DOUBT_REASONS.map((reason) => [reason, spoiled.filter((each) => each === reason).length] as const).filter(
    ([, found]) => found > 0,
  );
  const sorted = {
    ...papers,
    returned: sheets.length,
    invalid: papers.invalid + spoiled.length,
    reasons: { ...papers.reasons, ...Object.fromEntries(reasons) },
  };
  const counts = { ...countsOf(ballot, sheets.length), invalid: sorted.invalid };
  return { countingCase: { ...countingCase, counts }, papers: sorted };
}

/** The case of opened sums: no paper is ever opened, and each was proven to be filled in by the rules. */
export function sealedCase(ballot: CountingInput, sums: QuestionSums): TallyCase {
  const returned = returnedInAll(ballot);
  return caseOf(ballot, countsOf(ballot, returned), votesOf(ballot, sums, returned));
}

/** The case of a mixed ballot: the figures of both channels in all, and each channel's beside them. */
export function mixedCase(
  ballot: CountingInput,
  { sealed, paper }: PerChannel<TallyCase>,
): { readonly countingCase: TallyCase; readonly perChannel: PerChannel<ChannelFigures> } {
  const counts = { ...countsOf(ballot, returnedInAll(ballot)), invalid: paper.counts.invalid };
  const countingCase = caseOf(ballot, counts, figuresAdded(figuresIn(sealed), figuresIn(paper)));
  return { countingCase, perChannel: { sealed: channelFigures(sealed), paper: channelFigures(paper) } };
}

function figuresIn(part: TallyCase): readonly Figures[] {
  switch (part.kind) {
    case 'resolution':
      return part.items;
    case 'election':
      return part.candidates;
    case 'appraisal':
      return part.subjects;
    case 'poll':
      return part.options;
  }
}

function channelFigures(part: TallyCase): ChannelFigures {
  const { counts } = part;
  switch (part.kind) {
    case 'resolution':
      return { counts, items: part.items };
    case 'election':
      return { counts, candidates: part.candidates };
    case 'appraisal':
      return { counts, subjects: part.subjects };
    case 'poll':
      return { counts, options: part.options };
  }
}

/** One channel of a mixed ballot as a ballot of its own, before the same roll. */
export function channelPartOf<B extends CountingInput & Pick<Ballot, 'channel' | 'issuedPerChannel'>>(
  ballot: B,
  channel: keyof PerChannel,
): B {
  const { issuedPerChannel, reconciliation } = ballot;
  return { ...ballot, channel, issued: issuedPerChannel?.[channel] ?? 0, reconciliation: reconciliation?.perChannel?.[channel] ?? null };
}

/** The papers of all channels that came back. */
export const returnedInAll = ({ reconciliation }: Pick<Ballot, 'reconciliation'>): number => reconciliation?.returned ?? 0;

function decidingCase(
  ballot: Extract<CountingInput, { kind: 'election' | 'resolution' }>,
  sheets: readonly CountedSheet[],
  ineligible: readonly string[],
): SheetCount {
  const papers = sheets.map(({ marks, writeIns }) => ({ marks: Object.fromEntries(marks), writeIns }));
  const { roll, present, issued, voters } = countsOf(ballot, papers.length);
  const { kind, round } = ballot;
  const sorted = parseCase({
    kind,
    rules: countingRules(ballot.rules),
    ...(kind === 'election' ? { round } : {}),
    counts: { roll, present, issued, voters },
    [CHOICE_LISTS[kind]]: ballot.choices.map(({ id }) => ({ id })),
    papers,
    ineligible,
  });
  return { countingCase: sortedCase(ballot, sorted), papers: sorted.papers ?? NO_PAPERS };
}

/** The case of sorted papers: figures in place of the papers, under the rules as they are stated. */
function sortedCase(ballot: KindRules & Pick<CountingInput, 'round'>, sorted: CountingCase): TallyCase {
  if (ballot.kind === 'election' && sorted.kind === 'election') {
    const { kind, round, counts, writeIns } = sorted;
    return { kind, rules: countingRules(ballot.rules), round, counts, candidates: ofForm(sorted.candidates, isHandCount), writeIns };
  }
  if (ballot.kind === 'resolution' && sorted.kind === 'resolution') {
    const { kind, counts, items } = sorted;
    return { kind, rules: countingRules(ballot.rules), counts, items };
  }
  throw new RangeError('papers: not of this kind');
}

function advisoryCase(ballot: Extract<CountingInput, { kind: 'appraisal' | 'poll' }>, sheets: readonly CountedSheet[]): SheetCount {
  const ids = ballot.choices.map(({ id }) => id);
  if (ballot.kind === 'appraisal') {
    const { papers, subjects } = countGrades(sheets, ids, ballot.scale?.grades ?? []);
    return { countingCase: caseOf(ballot, countsOf(ballot, papers.returned), subjects), papers };
  }
  const { papers, options } = countOptions(sheets, ids);
  return { countingCase: caseOf(ballot, countsOf(ballot, papers.returned), options), papers };
}

const NO_PAPERS: SortedPapers = { returned: 0, valid: 0, invalid: 0, reasons: {} };

/** A case with these figures of the meeting and of each choice. @throws RangeError for figures of another kind of vote */
export function caseOf(ballot: CountingInput, counts: Counts, figures: readonly Figures[]): TallyCase {
  const { scale, round } = ballot;
  switch (ballot.kind) {
    case 'resolution':
      return { kind: ballot.kind, rules: countingRules(ballot.rules), counts, items: ofForm(figures, isHandCount) };
    case 'election':
      return { kind: ballot.kind, rules: countingRules(ballot.rules), round, counts, candidates: ofForm(figures, isHandCount) };
    case 'appraisal':
      return { kind: 'appraisal', rules: countingRules(ballot.rules), ...scale, counts, subjects: ofForm(figures, isGradeCount) };
    case 'poll':
      return { kind: 'poll', rules: countingRules(ballot.rules), counts, options: ofForm(figures, isOptionCount) };
  }
}

const isHandCount = (figures: object): figures is HandCount => 'yes' in figures && 'no' in figures && 'abstain' in figures;
const isGradeCount = (figures: Figures): figures is GradeCount => 'counts' in figures;
const isOptionCount = (figures: Figures): figures is OptionCount => 'votes' in figures;

function ofForm<F, G extends F>(figures: readonly F[], isOfForm: (each: F) => each is G): readonly G[] {
  const own = figures.filter(isOfForm);
  if (own.length < figures.length) throw new RangeError('figures: not of this kind');
  return own;
}

/** The figures of the meeting, with so many papers returned. */
export function countsOf(
  { roll, present, issued, reconciliation }: Pick<Ballot, 'roll' | 'present' | 'issued' | 'reconciliation'>,
  returned: number,
): Counts {
  const papers = issued ?? 0;
  return {
    roll: roll ?? 0,
    present: present ?? 0,
    issued: papers,
    voters: reconciliation?.voters ?? Math.min(returned, papers),
    returned,
    invalid: 0,
  };
}
