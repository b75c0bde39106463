import { Body, Controller, Headers, HttpCode, Logger, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import type { Routing } from '@plenum/proposals-domain';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BulkAnswer, oneByOne } from '../shapes/bulk.responses.js';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { AcknowledgeAssignment } from './acknowledge-assignment.command.js';
import { AssignProposal } from './assign-proposal.command.js';
import { AssignmentRequest, AssignmentsRequest, ReplyRequest, RoutingRequest } from './handling.requests.js';
import { promiseOf } from '../shapes/promise.requests.js';
import { ReplyToProposal } from './reply-to-proposal.command.js';

/** Routing and handling (交办, 签收, 答复). */
@Controller('proposals')
export class HandlingController {
  private readonly logger = new Logger(HandlingController.name);

  constructor(private readonly commands: CommandBus) {}

  @Post(':id/assignment')
  @HttpCode(200)
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AssignmentRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new AssignProposal(actor, id, routingOf(request), request.version));
  }

  /** The same units for many: each is answered by itself, and one that is refused keeps no other from it. */
  @Post('assignments')
  @HttpCode(200)
  assignMany(@CurrentActor() actor: Actor, @Body() { items, ...said }: AssignmentsRequest): Promise<BulkAnswer> {
    const routing = routingOf(said);
    return oneByOne(
      items,
      ({ proposalId, version }) => this.commands.execute(new AssignProposal(actor, proposalId, routing, version)),
      (fault) => this.logger.error(fault),
    );
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  acknowledge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new AcknowledgeAssignment(actor, id));
  }

  /** Replies. The same `Idempotency-Key` replies once. */
  @Post(':id/reply')
  @HttpCode(200)
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, promises, basis = null, ...said }: ReplyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    const promised = promises.map((one, nth) => promiseOf(one, `promises.${nth}.`));
    return this.commands.execute(new ReplyToProposal(actor, id, { ...said, basis }, promised, version, key));
  }
}

function routingOf({ leadUnitId, assistingUnitIds, dueOn }: RoutingRequest): Routing {
  if (dueOn === undefined || dueOn === null) return { leadUnitId, assistingUnitIds };
  if (!isCivilDate(dueOn)) throw new MalformedError([{ field: 'dueOn', reason: 'no-such-date' }]);
  return { leadUnitId, assistingUnitIds, dueOn };
}
