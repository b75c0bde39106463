import { type FieldFault, MalformedError } from '@plenum/kernel';
import type { AgendaItemKind, StandingReport, VoteForm } from '../congress.vocabulary.js';
import { STANDING_REPORTS } from '../congress.vocabulary.js';
import { characterFault } from '../members/field-folding.js';
import { tidyLine } from '../members/member-fields.js';

/** One matter of an agenda. `minutes` is how long it is planned to take, `speaker` who presents it. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  /** Empty while nobody is named. */
  readonly speaker: string;
  /** Which of the reports of every year it is; null for all else. */
  readonly standing: StandingReport | null;
  readonly minutes: number;
  /** Null where nothing is voted on, or where that is not said yet. */
  readonly vote: VoteForm | null;
}

interface ItemRule {
  readonly speaker: 'needs' | 'may';
  /** How such a matter may be voted on; none where nothing is decided by it. */
  readonly votes: readonly VoteForm[];
  /** Whether it can be a report of every year. */
  readonly standing: boolean;
}

/**
 * What each kind needs: a report somebody who gives it, a decision a vote. Elections and appraisals are secret (R32, R87); a decision is by
 * secret ballot where the rules of the congress say so, otherwise by hands.
 */
export const AGENDA_ITEM_RULES: Readonly<Record<AgendaItemKind, ItemRule>> = {
  REPORT: { speaker: 'needs', votes: [], standing: true },
  DELIBERATE: { speaker: 'may', votes: [], standing: true },
  DECIDE: { speaker: 'may', votes: ['HANDS', 'SECRET'], standing: true },
  ELECT: { speaker: 'may', votes: ['SECRET'], standing: false },
  APPRAISE: { speaker: 'may', votes: ['SECRET'], standing: false },
};

/** How much an agenda holds; minutes are of one item. */
export const AGENDA_LIMITS = { items: 60, minutes: 480, titleLength: 200, speakerLength: 100 } as const;

function lineFault(line: string, max: number): 'too-long' | 'form' | null {
  if ([...line].length > max) return 'too-long';
  return characterFault(line) ? 'form' : null;
}

/**
 * Items as they may be kept while topics are collected: what their kind needs may still be missing, what it cannot have may not stand
 * there.
 * @throws MalformedError naming the fields
 */
export function fitItems(given: readonly AgendaItem[]): readonly AgendaItem[] {
  const items = given.map((item) => ({ ...item, title: tidyLine(item.title), speaker: tidyLine(item.speaker) }));
  const faults = [
    ...(items.length > AGENDA_LIMITS.items ? [{ field: 'items', reason: 'too-many' }] : []),
    ...items.flatMap((item, nth) =>
      itemFaults(item, items.slice(0, nth)).map((fault) => ({ ...fault, field: `items.${nth}.${fault.field}` })),
    ),
  ];
  if (faults.length > 0) throw new MalformedError(faults);
  return items;
}

function itemFaults(item: AgendaItem, before: readonly AgendaItem[]): readonly FieldFault[] {
  const { kind, title, speaker, standing, minutes, vote } = item;
  const rule = AGENDA_ITEM_RULES[kind];
  const titleReason = title === '' ? 'required' : lineFault(title, AGENDA_LIMITS.titleLength);
  const speakerReason = lineFault(speaker, AGENDA_LIMITS.speakerLength);
  const isTwice = standing !== null && before.some((one) => one.standing === standing);
  return [
    ...(titleReason ? [{ field: 'title', reason: titleReason }] : []),
    ...(speakerReason ? [{ field: 'speaker', reason: speakerReason }] : []),
    ...(Number.isInteger(minutes) && minutes >= 0 && minutes <= AGENDA_LIMITS.minutes ? [] : [{ field: 'minutes', reason: 'range' }]),
    ...(standing !== null && !rule.standing ? [{ field: 'standing', reason: 'not-of-this-kind' }] : []),
    ...(isTwice ? [{ field: 'standing', reason: 'twice' }] : []),
    ...(vote !== null && !rule.votes.includes(vote) ? [{ field: 'vote', reason: 'not-of-this-kind' }] : []),
    ...(before.some(({ id }) => id === item.id) ? [{ field: 'id', reason: 'twice' }] : []),
  ];
}

/** What an item lacks of what its kind needs. */
export const lackingOf = ({ kind, speaker, vote }: AgendaItem): readonly ('speaker' | 'vote')[] => [
  ...(AGENDA_ITEM_RULES[kind].speaker === 'needs' && speaker === '' ? (['speaker'] as const) : []),
  ...(AGENDA_ITEM_RULES[kind].votes.length > 0 && vote === null ? (['vote'] as const) : []),
];

/** The reports of every year that are not on the agenda: proposed, never put there unasked. */
export const missingReports = (items: readonly AgendaItem[]): readonly StandingReport[] =>
  STANDING_REPORTS.filter((report) => items.every(({ standing }) => standing !== report));
