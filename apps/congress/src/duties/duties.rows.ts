import type { CivilDate } from '@plenum/calendar';
import type { DayOffMove, Duty, DutyEvidence, DutyPreset, DutyResponsible, DutyRule, DutyRuleFacts } from '@plenum/congress-domain';
import type { DutyRuleState, DutyState, Recurrence } from '@plenum/congress-domain';

/** The columns of `duty_rules`, its day as text. */
export const DUTY_RULE_COLUMNS = `id, organisation_id, preset, title_zh, title_en, recurrence, starts_on::text AS starts_on, on_day_off,
  ahead_days, responsible, ladder, state, stopped_for, version`;

/** A row of `duty_rules`. */
export interface DutyRuleRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly preset: DutyPreset | null;
  readonly title_zh: string;
  readonly title_en: string;
  readonly recurrence: Recurrence;
  readonly starts_on: CivilDate;
  readonly on_day_off: DayOffMove;
  readonly ahead_days: number;
  readonly responsible: DutyResponsible;
  readonly ladder: DutyRuleFacts['ladder'];
  readonly state: DutyRuleState;
  readonly stopped_for: string | null;
  readonly version: number;
}

export const toDutyRule = (row: DutyRuleRow): DutyRule => ({
  id: row.id,
  organisationId: row.organisation_id,
  preset: row.preset,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  recurrence: row.recurrence,
  startsOn: row.starts_on,
  onDayOff: row.on_day_off,
  aheadDays: row.ahead_days,
  responsible: row.responsible,
  ladder: row.ladder,
  state: row.state,
  stoppedFor: row.stopped_for,
  version: row.version,
});

export const dutyRuleColumns = (rule: DutyRule): readonly (readonly [string, unknown])[] => [
  ['id', rule.id],
  ['organisation_id', rule.organisationId],
  ['preset', rule.preset],
  ['title_zh', rule.titleZh],
  ['title_en', rule.titleEn],
  ['recurrence', JSON.stringify(rule.recurrence)],
  ['starts_on', rule.startsOn],
  ['on_day_off', rule.onDayOff],
  ['ahead_days', rule.aheadDays],
  ['responsible', JSON.stringify(rule.responsible)],
  ['ladder', JSON.stringify(rule.ladder)],
  ['state', rule.state],
  ['stopped_for', rule.stoppedFor],
  ['version', rule.version],
];

/** The columns of `duties`, its days as text. */
export const DUTY_COLUMNS = `id, organisation_id, rule_id, period, title_zh, title_en, due_on::text AS due_on, responsible, state, evidence,
  waived_for, closed_by, closed_on::text AS closed_on, version`;

/** A row of `duties`. */
export interface DutyRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly rule_id: string;
  readonly period: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly due_on: CivilDate;
  readonly responsible: DutyResponsible;
  readonly state: DutyState;
  readonly evidence: DutyEvidence | null;
  readonly waived_for: string | null;
  readonly closed_by: string | null;
  readonly closed_on: CivilDate | null;
  readonly version: number;
}

export const toDuty = (row: DutyRow): Duty => ({
  id: row.id,
  organisationId: row.organisation_id,
  ruleId: row.rule_id,
  period: row.period,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  dueOn: row.due_on,
  responsible: row.responsible,
  state: row.state,
  evidence: row.evidence,
  waivedFor: row.waived_for,
  closedBy: row.closed_by,
  closedOn: row.closed_on,
  version: row.version,
});

export const dutyColumns = (duty: Duty): readonly (readonly [string, unknown])[] => [
  ['id', duty.id],
  ['organisation_id', duty.organisationId],
  ['rule_id', duty.ruleId],
  ['period', duty.period],
  ['title_zh', duty.titleZh],
  ['title_en', duty.titleEn],
  ['due_on', duty.dueOn],
  ['responsible', JSON.stringify(duty.responsible)],
  ['state', duty.state],
  ['evidence', duty.evidence && JSON.stringify(duty.evidence)],
  ['waived_for', duty.waivedFor],
  ['closed_by', duty.closedBy],
  ['closed_on', duty.closedOn],
  ['version', duty.version],
];
