import { type CivilDate, ladderSteps, type LadderStep, type WorkingCalendar } from '@plenum/calendar';
import { type Policy, policyDecisions } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import type { DutyState, Office } from '../congress.vocabulary.js';
import type { Authority } from '../policy.js';
import { type DueDuty, DUTY_LIMITS, type DutyResponsible, type DutyRule, malformed, saidIn } from './duty-rule.js';

/** By what a duty was settled: what was done, on which day, and the session or the resolution where there is one. */
export interface DutyEvidence {
  readonly text: string;
  readonly on: CivilDate;
  readonly sessionId: string | null;
  /** A resolution of the congress that is effective. */
  readonly ballotId: string | null;
}

/** What is owed for one period of a rule. */
export interface Duty {
  readonly id: string;
  readonly organisationId: string;
  readonly ruleId: string;
  readonly period: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly dueOn: CivilDate;
  readonly responsible: DutyResponsible;
  readonly state: DutyState;
  readonly evidence: DutyEvidence | null;
  readonly waivedFor: string | null;
  /** Who settled or waived it, and on which day; null while it is open. */
  readonly closedBy: string | null;
  readonly closedOn: CivilDate | null;
  readonly version: number;
}

/** What happened to a duty, with what others need of it. */
export type DutyEvent =
  | { readonly type: 'DutyOwed'; readonly dueAt: Date; readonly steps: readonly LadderStep[] }
  | { readonly type: 'DutySettled' }
  | { readonly type: 'DutyWaived' };

/** What a behaviour did. */
export interface DutyChange {
  readonly after: Duty;
  readonly events: readonly DutyEvent[];
}

/** What somebody is here, with the offices they hold of the whole organisation or of a unit. */
export interface DutyAuthority extends Authority {
  readonly offices: readonly { readonly office: Office; readonly unitId: string | null }[];
}

/** Everything that is done to a duty. */
export const DUTY_ACTIONS = ['settle', 'waive'] as const;
export type DutyAction = (typeof DUTY_ACTIONS)[number];

type DutyPolicy = Policy<DutyAction, Duty, DutyAuthority>;

const secretariat: DutyPolicy['who'] = (_duty, { runsOrganisation }) => (runsOrganisation ? null : CongressErrors.forbidden());
const whoOwesIt: DutyPolicy['who'] = (duty, by) => (isOwedBy(duty.responsible, by) ? null : secretariat(duty, by));

/** Every action with its policy: evidence is given by who owes it or by the secretariat, which alone lets somebody off. */
export const DUTY_POLICIES: Readonly<Record<DutyAction, DutyPolicy>> = {
  settle: { action: 'settle', who: whoOwesIt, from: ['OPEN'] },
  waive: { action: 'waive', who: secretariat, from: ['OPEN'] },
};

const { assertAllowed, allowed } = policyDecisions<DutyPolicy, Duty, DutyAuthority, []>({ wrongState: CongressErrors.dutyState });
const IN_ORDER = DUTY_ACTIONS.map((action) => DUTY_POLICIES[action]);

/** What somebody may do to the duty now. */
export const allowedOnDuty = (duty: Duty, by: DutyAuthority): readonly DutyAction[] => allowed(IN_ORDER, duty, by);

/** How a duty stands on a day: open, open past its day, settled in time or late, or waived. */
export const DUTY_STANDINGS = ['DUE', 'MISSED', 'SETTLED', 'LATE', 'WAIVED'] as const;
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

/** How the duty stands on a day of the organisation: late is what was done after its day, whenever it was noted. */
export function dutyStanding({ state, dueOn, evidence }: Duty, today: CivilDate): DutyStanding {
  if (state === 'OPEN') return today > dueOn ? 'MISSED' : 'DUE';
  if (state === 'WAIVED') return 'WAIVED';
  return evidence !== null && evidence.on > dueOn ? 'LATE' : 'SETTLED';
}

/** The duty of a period of a rule. @throws `calendar.year-not-covered` */
export function makeDuty(id: string, rule: DutyRule, { key, dueOn }: DueDuty, calendar: WorkingCalendar): DutyChange {
  const after: Duty = {
    id,
    organisationId: rule.organisationId,
    ruleId: rule.id,
    period: key,
    dueOn,
    ...toldOf(rule),
    state: 'OPEN',
    evidence: null,
    waivedFor: null,
    closedBy: null,
    closedOn: null,
    version: 1,
  };
  return { after, events: [owed(after, rule, calendar)] };
}

/** An open duty as its amended rule names it: its day stays as it was told. */
export function followRule(duty: Duty, rule: DutyRule, calendar: WorkingCalendar): DutyChange {
  const after = { ...duty, ...toldOf(rule), version: duty.version + 1 };
  return { after, events: [owed(after, rule, calendar)] };
}

/**
 * Evidence settles it, also when it comes late. What is yet to be done is no evidence.
 * @throws MalformedError, `congress.forbidden`, `congress.duty-state`
 */
export function settleDuty(duty: Duty, by: DutyAuthority, given: DutyEvidence, today: CivilDate): DutyChange {
  assertAllowed(DUTY_POLICIES.settle, duty, by);
  const evidence = { ...given, text: saidIn('text', given.text, DUTY_LIMITS.evidenceLength) };
  if (given.on > today) throw malformed('on', 'in-the-future');
  const after = { ...duty, state: 'SETTLED' as const, evidence, ...closed(duty, by, today) };
  return { after, events: [{ type: 'DutySettled' }] };
}

/** Lets whoever owes it off. @throws MalformedError, `congress.forbidden`, `congress.duty-state` */
export function waiveDuty(duty: Duty, by: DutyAuthority, reason: string, today: CivilDate): DutyChange {
  assertAllowed(DUTY_POLICIES.waive, duty, by);
  const waivedFor = saidIn('reason', reason, DUTY_LIMITS.reasonLength);
  return { after: { ...duty, state: 'WAIVED', waivedFor, ...closed(duty, by, today) }, events: [{ type: 'DutyWaived' }] };
}

const closed = (duty: Duty, by: Authority, closedOn: CivilDate) => ({ closedBy: by.memberId, closedOn, version: duty.version + 1 });

const toldOf = ({ titleZh, titleEn, responsible }: DutyRule) => ({ titleZh, titleEn, responsible });

const owed = ({ dueOn }: Duty, { ladder }: DutyRule, calendar: WorkingCalendar): DutyEvent => ({
  type: 'DutyOwed',
  dueAt: calendar.endOf(dueOn),
  steps: ladderSteps(ladder, dueOn, calendar),
});

const OF_UNIT: readonly Office[] = ['UNIT_HANDLER', 'UNIT_HEAD'];

const isOwedBy = ({ memberIds, unitId, offices }: DutyResponsible, by: DutyAuthority): boolean =>
  memberIds.includes(by.memberId) ||
  by.offices.some(
    (held) =>
      (unitId !== null && held.unitId === unitId && OF_UNIT.includes(held.office)) || offices.some((office) => office === held.office),
  );
