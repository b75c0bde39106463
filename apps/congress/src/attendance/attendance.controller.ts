import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { AttendanceQuery } from './attendance.query.js';
import { SignInToSessionRequest } from './attendance.requests.js';
import { AttendanceResponse } from './attendance.responses.js';
import { LeaveSession } from './leave-session.command.js';
import { SignInToSession } from './sign-in-to-session.command.js';

/** The sign-in desk of a session (签到). */
@Controller('sessions/:id/attendance')
export class AttendanceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly attendance: AttendanceQuery,
  ) {}

  /** Signs oneself in, or somebody else at the desk. */
  @Post()
  @HttpCode(204)
  async arrive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { memberId }: SignInToSessionRequest): Promise<void> {
    await this.commands.execute(new SignInToSession(actor, id, memberId ?? actor.memberId));
  }

  /** Notes that somebody left the room: oneself, or by the desk. */
  @Delete(':memberId')
  @HttpCode(204)
  async leave(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string): Promise<void> {
    await this.commands.execute(new LeaveSession(actor, id, memberId));
  }

  @Get()
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AttendanceResponse> {
    return this.attendance.of(actor, id);
  }
}
