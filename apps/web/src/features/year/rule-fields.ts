import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { monthDaysOf, monthDaysText } from './month-days.js';
import type { PresetView, RuleRequest, RuleView } from './year-requests.js';

/** A rule as a form has it: days of the year as text. */
export interface RuleFields {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly kind: RuleView['recurrence']['kind'];
  readonly days?: string;
  readonly autumn?: string;
  readonly spring?: string;
  readonly every?: number;
  readonly from?: string;
  readonly startsOn: string;
  readonly onDayOff: RuleView['onDayOff'];
  readonly aheadDays: number;
  readonly offices: RuleView['responsible']['offices'];
  readonly people: readonly NamedChoice[];
  readonly unitId?: string;
}

type Recurrence = RuleView['recurrence'];

const text = (day: Recurrence['autumn']): string => (day ? monthDaysText([day]) : '');

const recurrenceFields = ({ kind, days, autumn, spring, every, from }: Recurrence, today: string) => ({
  kind,
  days: monthDaysText(days ?? []),
  autumn: text(autumn),
  spring: text(spring),
  every: every ?? 3,
  from: from ?? today,
});

/** What a form begins with: the rule that is amended, a usual one, or next to nothing. */
export function fieldsOf(
  rule: RuleView | null,
  preset: PresetView | null,
  titles: readonly [zh: string, en: string],
  today: string,
): RuleFields {
  if (rule) {
    const { titleZh, titleEn, startsOn, onDayOff, aheadDays, responsible } = rule;
    const owing = {
      offices: responsible.offices,
      people: responsible.members,
      ...(responsible.unit ? { unitId: responsible.unit.id } : {}),
    };
    return { titleZh, titleEn, ...recurrenceFields(rule.recurrence, today), startsOn, onDayOff, aheadDays, ...owing };
  }
  const recurrence: Recurrence = preset?.recurrence ?? { kind: 'YEARLY', days: null, autumn: null, spring: null, every: null, from: null };
  return {
    titleZh: preset ? titles[0] : '',
    titleEn: preset ? titles[1] : '',
    ...recurrenceFields(recurrence, today),
    startsOn: today,
    onDayOff: preset?.onDayOff ?? 'BEFORE',
    aheadDays: preset?.aheadDays ?? 30,
    offices: preset?.offices ?? ['SECRETARIAT'],
    people: [],
  };
}

/** The rule that a form states; its days are known to be days. */
export function ruleOf(fields: RuleFields, known: Pick<RuleView, 'preset' | 'ladder'> | null): RuleRequest {
  const { titleZh, titleEn, startsOn, onDayOff, aheadDays, offices, people, unitId } = fields;
  return {
    ...(known?.preset ? { preset: known.preset } : {}),
    titleZh,
    titleEn,
    recurrence: recurrenceOf(fields),
    startsOn,
    onDayOff,
    aheadDays,
    responsible: { memberIds: people.map(({ id }) => id), offices: [...offices], ...(unitId ? { unitId } : {}) },
    ...(known ? { ladder: known.ladder } : {}),
  };
}

function recurrenceOf({ kind, days, autumn, spring, every, from }: RuleFields): RuleRequest['recurrence'] {
  if (kind === 'YEARLY') return { kind, days: monthDaysOf(days ?? '') ?? [] };
  if (kind === 'MONTHS') return { kind, every: every ?? 0, from: from ?? '' };
  const [ofAutumn, ofSpring] = [monthDaysOf(autumn ?? '')?.[0], monthDaysOf(spring ?? '')?.[0]];
  return { kind, ...(ofAutumn ? { autumn: ofAutumn } : {}), ...(ofSpring ? { spring: ofSpring } : {}) };
}
