import type { Counts, SortedPapers } from '../counting/case.js';
import { parseCase } from '../counting/parse.js';
import type { Json } from '../json.js';
import type { Sheet } from '../paper-entry/sheets.js';
import type { Ballot } from '../record/ballot.js';
import type { PerChannel } from '../record/conduct.js';
import { DOUBT_REASONS, type DoubtReason } from '../record/count.js';
import { countingRules } from '../rules/rules.js';
import { CHOICE_LISTS } from '../rules/vocabulary.js';
import { type QuestionSums, votesOf } from '../sealed/sealed-questions.js';
import { countGrades, countOptions } from './forms.js';
import { figuresAdded } from './per-channel.js';

/** What a counting case is made from besides the votes. */
export type Countable = Pick<Ballot, 'kind' | 'rules' | 'round' | 'scale' | 'choices' | 'roll' | 'present' | 'issued' | 'reconciliation'>;

/** A paper as it counts: by the rules, or spoiled by what scrutineers found on it. */
export interface CountedSheet extends Pick<Sheet, 'marks' | 'writeIns'> {
  readonly spoiled: DoubtReason | null;
}

/** A case of COUNTING.md with figures, and what sorting the papers gave. */
export interface SheetCount {
  readonly countingCase: Json;
  readonly papers: SortedPapers;
}

/** Sorts and counts sheets. What scrutineers found invalid is spoiled under their reason; it never comes before the rules of the papers. */
export function countSheets(ballot: Countable, sheets: readonly CountedSheet[], ineligible: readonly string[]): SheetCount {
  const sound = sheets.filter(({ spoiled }) => spoiled === null);
  const spoiled = sheets.map((sheet) => sheet.spoiled).filter((reason) => reason !== null);
  const { countingCase, papers } = isAdvisory(ballot) ? advisoryCase(ballot, sound) : decidingCase(ballot, sound, ineligible);
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
export function sealedCase(ballot: Countable, sums: QuestionSums): Json {
  const returned = returnedInAll(ballot);
  return { ...frameOf(ballot), counts: countsOf(ballot, returned), ...listed(ballot, votesOf(ballot, sums, returned)) };
}

/** The case of a mixed ballot: the figures of both channels in all, and each channel's beside them. */
export function mixedCase(
  ballot: Countable,
  { sealed, paper }: PerChannel<Json>,
): { readonly countingCase: Json; readonly perChannel: PerChannel<Json> } {
  const list = CHOICE_LISTS[ballot.kind];
  const { invalid } = paper['counts'] as Counts;
  const votes = figuresAdded(sealed[list] as Json[], paper[list] as Json[]);
  const countingCase: Json = {
    ...frameOf(ballot),
    counts: { ...countsOf(ballot, returnedInAll(ballot)), invalid },
    ...listed(ballot, votes),
  };
  const figures = (part: Json): Json => ({ counts: part['counts'], [list]: part[list] });
  return { countingCase, perChannel: { sealed: figures(sealed), paper: figures(paper) } };
}

/** One channel of a mixed ballot as a ballot of its own, before the same roll. */
export function channelPartOf<B extends Countable & Pick<Ballot, 'channel' | 'issuedPerChannel'>>(ballot: B, channel: keyof PerChannel): B {
  const { issuedPerChannel, reconciliation } = ballot;
  return { ...ballot, channel, issued: issuedPerChannel?.[channel] ?? 0, reconciliation: reconciliation?.perChannel?.[channel] ?? null };
}

/** The papers of all channels that came back. */
export const returnedInAll = ({ reconciliation }: Pick<Ballot, 'reconciliation'>): number => reconciliation?.returned ?? 0;

function decidingCase(ballot: Countable, sheets: readonly CountedSheet[], ineligible: readonly string[]): SheetCount {
  const papers = sheets.map(({ marks, writeIns }) => ({ marks: Object.fromEntries(marks), writeIns }));
  const { roll, present, issued, voters } = countsOf(ballot, papers.length);
  const ids = ballot.choices.map(({ id }) => ({ id }));
  const sorted = parseCase({ ...frameOf(ballot), counts: { roll, present, issued, voters }, ...listed(ballot, ids), papers, ineligible });
  const { rules: _, papers: found = NO_PAPERS, ...figures } = sorted;
  return { countingCase: { ...figures, rules: countingRules(ballot.rules) }, papers: found };
}

function advisoryCase(ballot: Countable, sheets: readonly CountedSheet[]): SheetCount {
  const ids = ballot.choices.map(({ id }) => id);
  const { papers, ...list } =
    ballot.kind === 'appraisal' ? countGrades(sheets, ids, ballot.scale?.grades ?? []) : countOptions(sheets, ids);
  return { countingCase: { ...frameOf(ballot), counts: countsOf(ballot, papers.returned), ...list }, papers };
}

const NO_PAPERS: SortedPapers = { returned: 0, valid: 0, invalid: 0, reasons: {} };

const isAdvisory = ({ kind }: Pick<Ballot, 'kind'>): boolean => kind === 'appraisal' || kind === 'poll';

/** Rules, kind and scale of a case. */
export const frameOf = ({ kind, rules, round, scale }: Pick<Ballot, 'kind' | 'rules' | 'round' | 'scale'>): Json => ({
  kind,
  rules: countingRules(rules),
  ...(kind === 'election' ? { round } : {}),
  ...scale,
});

/** Choices under the name that the case has for them. */
export const listed = ({ kind }: Pick<Ballot, 'kind'>, list: readonly object[]): Json => ({ [CHOICE_LISTS[kind]]: list });

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
