import { Body, Controller, Headers, HttpCode, Logger, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BulkAnswer, oneByOne } from '../shapes/bulk.responses.js';
import { HandlingVersionAnswer, ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { AcknowledgeAssignment } from './acknowledge-assignment.command.js';
import { type AskedRouting, AssignProposal } from './assign-proposal.command.js';
import { AssignmentRequest, AssignmentsRequest, ReplyRequest, type RoutingRequest, type SeparateUnitRequest } from './handling.requests.js';
import { promiseOf } from '../shapes/promise.requests.js';
import { ReplyToProposal } from './reply-to-proposal.command.js';

/** Routing and handling (交办, 签收, 答复). */
@Controller('proposals')
export class HandlingController {
  private readonly logger = new Logger(HandlingController.name);

  constructor(private readonly commands: CommandBus) {}

  /** To a lead unit with those that assist it, or to separate units, each of which answers for itself. */
  @Post(':id/assignment')
  @HttpCode(200)
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AssignmentRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new AssignProposal(actor, id, routingsOf(request), request.version));
  }

  /** The same units for many: each is answered by itself, and one that is refused keeps no other from it. */
  @Post('assignments')
  @HttpCode(200)
  assignMany(@CurrentActor() actor: Actor, @Body() { items, ...said }: AssignmentsRequest): Promise<BulkAnswer> {
    const routings = routingsOf(said);
    return oneByOne(
      items,
      ({ proposalId, version }) => this.commands.execute(new AssignProposal(actor, proposalId, routings, version)),
      (fault) => this.logger.error(fault),
    );
  }

  @Post(':id/handlings/:handlingId/acknowledgement')
  @HttpCode(200)
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
  ): Promise<HandlingVersionAnswer> {
    return this.commands.execute(new AcknowledgeAssignment(actor, id, handlingId));
  }

  /** Replies. The same `Idempotency-Key` replies once. */
  @Post(':id/handlings/:handlingId/reply')
  @HttpCode(200)
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { version, promises, basis = null, ...said }: ReplyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<HandlingVersionAnswer> {
    const promised = promises.map((one, nth) => promiseOf(one, `promises.${nth}.`));
    return this.commands.execute(new ReplyToProposal(actor, id, handlingId, { ...said, basis }, promised, version, key));
  }
}

const routingsOf = ({ separately, instruction = null, ...first }: RoutingRequest): AskedRouting[] =>
  [first, ...separately].map((one, nth) => ({ ...routingOf(one, nth), instruction }));

function routingOf({ leadUnitId, assistingUnitIds, dueOn }: SeparateUnitRequest, nth: number): AskedRouting {
  if (dueOn === undefined || dueOn === null) return { leadUnitId, assistingUnitIds };
  const field = nth === 0 ? 'dueOn' : `separately.${nth - 1}.dueOn`;
  if (!isCivilDate(dueOn)) throw new MalformedError([{ field, reason: 'no-such-date' }]);
  return { leadUnitId, assistingUnitIds, dueOn };
}
