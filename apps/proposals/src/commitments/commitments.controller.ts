import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { promiseOf } from '../shapes/promise.requests.js';
import { AcceptReport } from './accept-report.command.js';
import { CarriedOver } from './carried-over.query.js';
import { CarryOn } from './carry-on.command.js';
import { CommitmentPage } from './commitment-page.query.js';
import { CommitmentsOfProposal } from './commitments-of-proposal.query.js';
import {
  CarryOverRequest,
  CarryRequest,
  LedgerRequest,
  CommitmentRequest,
  ProgressRequest,
  ReturnRequest,
  SettlementRequest,
  dayOf,
} from './commitments.requests.js';
import {
  CarryOverAnswer,
  CommitmentAnswer,
  CommitmentsOfProposalAnswer,
  CommitmentVersionAnswer,
  LedgerAnswer,
} from './commitments.responses.js';
import { EnterCommitment } from './enter-commitment.command.js';
import { Ledger } from './ledger.query.js';
import { NoteProgress } from './note-progress.command.js';
import { ReportSettled } from './report-settled.command.js';
import { ReturnReport } from './return-report.command.js';

/** What replies promised (承诺事项台账), until it is done or explained. */
@Controller()
export class CommitmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** The ledger: of the committee and those who oversee, all; of a unit, its own; of an author, what was promised on theirs. */
  @Get('commitments')
  list(@CurrentActor() actor: Actor, @Query() request: LedgerRequest): Promise<LedgerAnswer> {
    return this.queries.execute(new Ledger(actor, request));
  }

  /** What became of the promises of earlier sessions, as it stood at the end of a day: it opens the next session's report. */
  @Get('commitments/carry-over')
  carryOver(@CurrentActor() actor: Actor, @Query() { beforeSessionId, cutOff }: CarryOverRequest): Promise<CarryOverAnswer> {
    const on = cutOff === undefined ? null : dayOf(cutOff, 'cutOff');
    return this.queries.execute(new CarriedOver(actor, beforeSessionId ?? null, on));
  }

  @Get('commitments/:id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CommitmentAnswer> {
    return this.queries.execute(new CommitmentPage(actor, id));
  }

  @Get('proposals/:id/commitments')
  ofProposal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CommitmentsOfProposalAnswer> {
    return this.queries.execute(new CommitmentsOfProposal(actor, id));
  }

  /** Enters a promise from the reply that stands. The same `Idempotency-Key` enters it once. */
  @Post('proposals/:id/commitments')
  enter(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { unitId = null, ...request }: CommitmentRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommitmentVersionAnswer> {
    return this.commands.execute(new EnterCommitment(actor, id, { ...promiseOf(request), unitId }, key));
  }

  @Post('commitments/:id/notes')
  @HttpCode(200)
  note(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text, link = null, version }: ProgressRequest,
  ): Promise<CommitmentVersionAnswer> {
    return this.commands.execute(new NoteProgress(actor, id, { text, link }, version));
  }

  /** The unit says that it is done, explains why not, or asks to carry it on. */
  @Post('commitments/:id/report')
  @HttpCode(200)
  report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { settlement, text, link = null, dueOn, version }: SettlementRequest,
  ): Promise<CommitmentVersionAnswer> {
    const day = dueOn === undefined || dueOn === null ? null : dayOf(dueOn, 'dueOn');
    return this.commands.execute(new ReportSettled(actor, id, { settlement, text, link, dueOn: day }, version));
  }

  @Post('commitments/:id/acceptance')
  @HttpCode(200)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<CommitmentVersionAnswer> {
    return this.commands.execute(new AcceptReport(actor, id, version));
  }

  @Post('commitments/:id/return')
  @HttpCode(200)
  return(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: ReturnRequest,
  ): Promise<CommitmentVersionAnswer> {
    return this.commands.execute(new ReturnReport(actor, id, reason, version));
  }

  /** Carries it on to a later day, as to the next session. */
  @Post('commitments/:id/carrying')
  @HttpCode(200)
  carry(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { dueOn, reason, version }: CarryRequest,
  ): Promise<CommitmentVersionAnswer> {
    return this.commands.execute(new CarryOn(actor, id, { dueOn: dayOf(dueOn, 'dueOn'), reason }, version));
  }
}
