import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Ladder } from '@plenum/calendar';
import {
  allowedOnDutyRule,
  type Authority,
  DUTY_PRESETS,
  DUTY_PRESETS_KNOWN,
  type DutyRule,
  type MonthDay,
  type Recurrence,
  refusal,
} from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRepository } from './duties.repository.js';
import type {
  DutyLadderResponse,
  DutyPresetResponse,
  DutyRuleResponse,
  DutyRulesResponse,
  RecurrenceResponse,
} from './duties.responses.js';
import { DUTY_RULE_COLUMNS, type DutyRuleRow, toDutyRule } from './duties.rows.js';
import { dutyNames, type DutyNames } from './duty-names.js';

const RULES = `SELECT ${DUTY_RULE_COLUMNS} FROM duty_rules WHERE organisation_id = $1 ORDER BY state, title_zh, id LIMIT 300`;

/** The rules of an organisation's duties, and the usual ones to begin with. */
export class DutyRules extends Query<DutyRulesResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(DutyRules)
export class DutyRulesHandler implements IQueryHandler<DutyRules> {
  constructor(
    private readonly permissions: Permissions,
    private readonly duties: DutyRepository,
    private readonly database: Database,
  ) {}

  async execute({ actor }: DutyRules): Promise<DutyRulesResponse> {
    const { organisationId } = actor;
    const by = await this.permissions.assertAllowed(actor, 'read-duties');
    const { today } = await this.duties.dayOf(this.database, organisationId);
    const rules = (await this.database.query<DutyRuleRow>(RULES, [organisationId])).map(toDutyRule);
    const ids = rules.flatMap(({ responsible: { memberIds, unitId } }) => [...memberIds, unitId]);
    const names = await dutyNames(this.database, organisationId, ids);
    return {
      rules: rules.map((rule) => shown(rule, by, names)),
      presets: DUTY_PRESETS_KNOWN.map(presetShown),
      mayDefine: refusal('define-duty-rule', by) === null,
      today,
    };
  }
}

const shown = (rule: DutyRule, by: Authority, names: DutyNames): DutyRuleResponse => ({
  id: rule.id,
  preset: rule.preset,
  titleZh: rule.titleZh,
  titleEn: rule.titleEn,
  recurrence: recurrenceShown(rule.recurrence),
  startsOn: rule.startsOn,
  onDayOff: rule.onDayOff,
  aheadDays: rule.aheadDays,
  responsible: names.responsible(rule.responsible),
  ladder: ladderShown(rule.ladder),
  state: rule.state,
  stoppedFor: rule.stoppedFor,
  allowedActions: [...allowedOnDutyRule(rule, by)],
  version: rule.version,
});

function presetShown(preset: (typeof DUTY_PRESETS_KNOWN)[number]): DutyPresetResponse {
  const { recurrence, ladder, source, offices, onDayOff, aheadDays } = DUTY_PRESETS[preset];
  const parts = { recurrence: recurrenceShown(recurrence), ladder: ladderShown(ladder) };
  return { preset, ...parts, onDayOff, aheadDays, offices: [...offices], ...source };
}

function recurrenceShown(recurrence: Recurrence): RecurrenceResponse {
  const none = { days: null, autumn: null, spring: null, every: null, from: null };
  if (recurrence.kind === 'YEARLY') return { ...none, kind: 'YEARLY', days: recurrence.days.map(dayShown) };
  return { ...none, ...recurrence };
}

const dayShown = ({ month, day }: MonthDay) => ({ month, day });

const ladderShown = ({ rungs, then }: Ladder): DutyLadderResponse => ({
  rungs: rungs.map(({ workingDays, hears }) => ({ workingDays, hears: [...hears] })),
  then: then && { ...then, hears: [...then.hears] },
});
