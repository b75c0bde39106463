import { type CivilDate, isLadder, type Ladder, plusDays, plusMonths, type WorkingCalendar } from '@plenum/calendar';
import { MalformedError, type Policy, policyDecisions } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import type { DayOffMove, DutyOffice, DutyPreset, DutyRuleState } from '../congress.vocabulary.js';
import type { Authority } from '../policy.js';
import { checkedRecurrence, type DutyPeriod, lastMovedTo, movedDay, periodsBetween, type Recurrence } from './recurrence.js';

/** Who owes a duty: these members, the people of this unit, whoever holds these offices of the whole organisation. Somebody does. */
export interface DutyResponsible {
  readonly memberIds: readonly string[];
  readonly unitId: string | null;
  readonly offices: readonly DutyOffice[];
}

/** What an organisation says of a duty that comes again. */
export interface DutyRuleFacts {
  /** Which of the usual ones it is; null for one of its own. */
  readonly preset: DutyPreset | null;
  readonly titleZh: string;
  /** Empty where nobody has said it in English. */
  readonly titleEn: string;
  readonly recurrence: Recurrence;
  /** No period before this day makes a duty. */
  readonly startsOn: CivilDate;
  /** Where a day goes on which nobody works. */
  readonly onDayOff: DayOffMove;
  /** So many days before its day a duty appears. */
  readonly aheadDays: number;
  readonly responsible: DutyResponsible;
  readonly ladder: Ladder;
}

/** A rule that makes a duty for each of its periods (年度事项). */
export interface DutyRule extends DutyRuleFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly state: DutyRuleState;
  /** Why it was stopped; null unless it was. */
  readonly stoppedFor: string | null;
  readonly version: number;
}

export type DutyRuleEvent = { readonly type: 'DutyRuleDefined' | 'DutyRuleAmended' | 'DutyRuleStopped' };

/** What a behaviour did. */
export interface DutyRuleChange {
  readonly after: DutyRule;
  readonly events: readonly DutyRuleEvent[];
}

/** Everything that is done to a rule once it is there. */
export const DUTY_RULE_ACTIONS = ['amend', 'stop'] as const;
export type DutyRuleAction = (typeof DUTY_RULE_ACTIONS)[number];

type RulePolicy = Policy<DutyRuleAction, DutyRule, Authority>;

/** How much a rule may say. */
export const DUTY_LIMITS = {
  titleLength: 100,
  reasonLength: 500,
  evidenceLength: 2000,
  aheadDays: 366,
  members: 50,
  backYears: 1,
  rules: 100,
} as const;

const secretariat: RulePolicy['who'] = (_rule, { runsOrganisation }) => (runsOrganisation ? null : CongressErrors.forbidden());

/** Every action with its policy: what was stopped makes nothing any more, and is not taken up again; another rule is. */
export const DUTY_RULE_POLICIES: Readonly<Record<DutyRuleAction, RulePolicy>> = {
  amend: { action: 'amend', who: secretariat, from: ['ACTIVE'] },
  stop: { action: 'stop', who: secretariat, from: ['ACTIVE'] },
};

const { assertAllowed, allowed } = policyDecisions<RulePolicy, DutyRule, Authority, []>({ wrongState: CongressErrors.dutyRuleState });
const IN_ORDER = DUTY_RULE_ACTIONS.map((action) => DUTY_RULE_POLICIES[action]);

/** What somebody may do to the rule now. */
export const allowedOnDutyRule = (rule: DutyRule, by: Authority): readonly DutyRuleAction[] => allowed(IN_ORDER, rule, by);

/** A new rule; it may begin up to a year ago, for what the year already holds. @throws MalformedError */
export function defineDutyRule(made: Pick<DutyRule, 'id' | 'organisationId'>, given: DutyRuleFacts, today: CivilDate): DutyRuleChange {
  const facts = checkedFacts(given);
  if (facts.startsOn < plusMonths(today, -12 * DUTY_LIMITS.backYears)) throw malformed('startsOn', 'too-early');
  return { after: { ...facts, ...made, state: 'ACTIVE', stoppedFor: null, version: 1 }, events: [{ type: 'DutyRuleDefined' }] };
}

/**
 * Says another thing of it. Other days hold from today on: they make nothing that would have been missed already.
 * @throws MalformedError, `congress.forbidden`, `congress.duty-rule-state`
 */
export function amendDutyRule(rule: DutyRule, by: Authority, given: DutyRuleFacts, today: CivilDate): DutyRuleChange {
  assertAllowed(DUTY_RULE_POLICIES.amend, rule, by);
  const facts = checkedFacts(given);
  const isOther = JSON.stringify(facts.recurrence) !== JSON.stringify(rule.recurrence) || facts.startsOn !== rule.startsOn;
  const startsOn = isOther && facts.startsOn < today ? today : facts.startsOn;
  return { after: { ...rule, ...facts, startsOn, version: rule.version + 1 }, events: [{ type: 'DutyRuleAmended' }] };
}

/** Ends it. @throws MalformedError, `congress.forbidden`, `congress.duty-rule-state` */
export function stopDutyRule(rule: DutyRule, by: Authority, reason: string): DutyRuleChange {
  assertAllowed(DUTY_RULE_POLICIES.stop, rule, by);
  const stoppedFor = saidIn('reason', reason, DUTY_LIMITS.reasonLength);
  return { after: { ...rule, state: 'STOPPED', stoppedFor, version: rule.version + 1 }, events: [{ type: 'DutyRuleStopped' }] };
}

/** A period for which a duty is there by now, with its day in the organisation's calendar. */
export interface DueDuty extends DutyPeriod {
  readonly dueOn: CivilDate;
}

/**
 * Every period, from the beginning of the rule, whose duty has appeared by the day. A day that would be moved before the beginning stays.
 * @throws `calendar.year-not-covered`
 */
export function duePeriods(rule: DutyRule, today: CivilDate, calendar: WorkingCalendar): readonly DueDuty[] {
  if (rule.state !== 'ACTIVE') return [];
  const until = plusDays(today, rule.aheadDays);
  return periodsBetween(rule.recurrence, rule.startsOn, lastMovedTo(until)).flatMap((period) => {
    const moved = movedDay(period.on, rule.onDayOff, calendar);
    const dueOn = moved < rule.startsOn ? period.on : moved;
    return dueOn <= until ? [{ ...period, dueOn }] : [];
  });
}

/** A text without space around it. @throws MalformedError where it is empty or too long */
export function saidIn(field: string, given: string, longest: number): string {
  const text = given.trim();
  if (text === '') throw malformed(field, 'required');
  if (text.length > longest) throw malformed(field, 'too-long');
  return text;
}

/** The refusal of one field. */
export const malformed = (field: string, reason: string): MalformedError => new MalformedError([{ field, reason }]);

function checkedFacts(given: DutyRuleFacts): DutyRuleFacts {
  const { titleLength, aheadDays, members } = DUTY_LIMITS;
  const { memberIds, unitId, offices } = given.responsible;
  if (!Number.isInteger(given.aheadDays) || given.aheadDays < 0 || given.aheadDays > aheadDays)
    throw malformed('aheadDays', 'out-of-range');
  if (!isLadder(given.ladder)) throw malformed('ladder', 'not-a-ladder');
  if (memberIds.length + offices.length === 0 && unitId === null) throw malformed('responsible', 'required');
  if (memberIds.length > members) throw malformed('responsible.memberIds', 'too-many');
  return {
    preset: given.preset,
    titleZh: saidIn('titleZh', given.titleZh, titleLength),
    titleEn: given.titleEn.trim() === '' ? '' : saidIn('titleEn', given.titleEn, titleLength),
    recurrence: checkedRecurrence(given.recurrence),
    startsOn: given.startsOn,
    onDayOff: given.onDayOff,
    aheadDays: given.aheadDays,
    responsible: { memberIds: [...new Set(memberIds)], unitId, offices: [...new Set(offices)] },
    ladder: given.ladder,
  };
}
