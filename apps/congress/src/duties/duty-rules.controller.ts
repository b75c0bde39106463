import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { civilDate, USUAL_LADDER } from '@plenum/calendar';
import type { DutyRuleFacts, MonthDay, Recurrence } from '@plenum/congress-domain';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { AmendDutyRule } from './amend-duty-rule.command.js';
import { DefineDutyRule } from './define-duty-rule.command.js';
import { AmendDutyRuleRequest, DefineDutyRuleRequest, DutyReasonRequest, type RecurrenceRequest } from './duties.requests.js';
import { DutyRuleMadeResponse, DutyRulesResponse } from './duties.responses.js';
import { DutyRules } from './duty-rules.query.js';
import { StopDutyRule } from './stop-duty-rule.command.js';

/** The rules by which duties come again. Everybody of the organisation reads them, the secretariat sets them. */
@Controller('duty-rules')
export class DutyRulesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  read(@CurrentActor() actor: Actor): Promise<DutyRulesResponse> {
    return this.queries.execute(new DutyRules(actor));
  }

  @Post()
  async define(@CurrentActor() actor: Actor, @Body() body: DefineDutyRuleRequest): Promise<DutyRuleMadeResponse> {
    return { id: await this.commands.execute(new DefineDutyRule(actor, factsOf(body))) };
  }

  /** Says another thing of it: what is open follows, its days as they were told. */
  @Put(':id')
  @HttpCode(204)
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...body }: AmendDutyRuleRequest,
  ): Promise<void> {
    await this.commands.execute(new AmendDutyRule(actor, id, factsOf(body), version));
  }

  /** It makes no duty any more, and what is open of it is owed no longer. */
  @Post(':id/stop')
  @HttpCode(204)
  async stop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: DutyReasonRequest,
  ): Promise<void> {
    await this.commands.execute(new StopDutyRule(actor, id, reason, version));
  }
}

const factsOf = ({ preset, titleZh, titleEn, ...body }: DefineDutyRuleRequest): DutyRuleFacts => ({
  preset: preset ?? null,
  titleZh,
  titleEn,
  recurrence: recurrenceOf(body.recurrence),
  startsOn: civilDate(body.startsOn),
  onDayOff: body.onDayOff,
  aheadDays: body.aheadDays,
  responsible: { memberIds: body.responsible.memberIds, unitId: body.responsible.unitId ?? null, offices: body.responsible.offices },
  ladder: body.ladder ? { rungs: body.ladder.rungs, then: body.ladder.then ?? null } : USUAL_LADDER,
});

const NO_DAY: MonthDay = { month: 0, day: 0 };
const dayOf = ({ month, day }: MonthDay = NO_DAY): MonthDay => ({ month, day });

/** The validation has seen to it that a kind comes with what it needs. */
function recurrenceOf({ kind, days, autumn, spring, every, from }: RecurrenceRequest): Recurrence {
  if (kind === 'YEARLY') return { kind, days: (days ?? []).map(dayOf) };
  return kind === 'MONTHS'
    ? { kind, every: every ?? 0, from: civilDate(from ?? '') }
    : { kind, autumn: dayOf(autumn), spring: dayOf(spring) };
}
