import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import type { FastifyReply } from 'fastify';
import { AttendanceByDelegation } from './attendance-by-delegation.query.js';
import { AttendanceFigures } from './attendance-figures.query.js';
import { AttendanceTimeline } from './attendance-timeline.query.js';
import { AttendeesRequest, SignInToSessionRequest, TimelineRequest } from './attendance.requests.js';
import {
  AttendanceResponse,
  AttendanceTimelineResponse,
  AttendeeListResponse,
  DelegationAttendanceListResponse,
} from './attendance.responses.js';
import { AttendeeList } from './attendees.query.js';
import { LeaveSession } from './leave-session.command.js';
import { SignInToSession } from './sign-in-to-session.command.js';

/** The sign-in desk of a session (签到). */
@Controller('sessions/:id/attendance')
export class AttendanceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Signs oneself in, or somebody else at the desk. */
  @Post()
  @HttpCode(204)
  async arrive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId }: SignInToSessionRequest,
  ): Promise<void> {
    await this.commands.execute(new SignInToSession(actor, id, memberId ?? actor.memberId));
  }

  /** Notes that somebody left the room: oneself, or by the desk. */
  @Delete(':memberId')
  @HttpCode(204)
  async leave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
  ): Promise<void> {
    await this.commands.execute(new LeaveSession(actor, id, memberId));
  }

  /** The figures and where the reader is; not sent again (304) to who has them already. */
  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttendanceResponse> {
    const attendance = await this.queries.execute(new AttendanceFigures(actor, id));
    // The tag is of the whole answer, the reader's own part with it: the next person on the same device is not told the last one's.
    const tag = `"${createHash('sha256').update(actor.memberId).update(JSON.stringify(attendance)).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (reply.request.headers['if-none-match'] !== tag) return attendance;
    void reply.status(304);
    // With a body its length would be told, and a proxy that waits for so much finds the answer broken.
    return undefined as unknown as AttendanceResponse;
  }

  /** How the quorum went: the points behind the last one that is known. */
  @Get('timeline')
  timeline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after }: TimelineRequest,
  ): Promise<AttendanceTimelineResponse> {
    return this.queries.execute(new AttendanceTimeline(actor, id, after));
  }

  /** Who is here, expected, gone, late; by name or staff number: for the desk. */
  @Get('attendees')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: AttendeesRequest,
  ): Promise<AttendeeListResponse> {
    return this.queries.execute(new AttendeeList(actor, id, request));
  }

  /** The same as figures, delegation by delegation: for the desk. */
  @Get('delegations')
  byDelegation(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DelegationAttendanceListResponse> {
    return this.queries.execute(new AttendanceByDelegation(actor, id));
  }
}
