import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import { CloseSession } from './close-session.command.js';
import { OpenSession } from './open-session.command.js';
import { OneSession, SessionList } from './sessions.query.js';
import { OpenSessionRequest, SetUpSessionRequest, SetUpTermRequest } from './sessions.requests.js';
import { SessionListResponse, SessionResponse, TermListResponse, TermResponse } from './sessions.responses.js';
import { SetUpSession } from './set-up-session.command.js';
import { SetUpTerm } from './set-up-term.command.js';
import { TermList } from './terms.query.js';

/** Terms (届) and sessions (次). Everybody of the organisation sees them, the secretariat runs them. */
@Controller()
export class SessionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('terms')
  async setUpTerm(@CurrentActor() actor: Actor, @Body() body: SetUpTermRequest): Promise<TermResponse> {
    const { id, termNo, kind, from, to } = await this.commands.execute(new SetUpTerm(actor, body));
    return { id, termNo, kind, from, to };
  }

  @Get('terms')
  listTerms(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<TermListResponse> {
    return this.queries.execute(new TermList(actor, page));
  }

  @Post('sessions')
  async setUp(
    @CurrentActor() actor: Actor,
    @Body() { termId, opensAt, closesAt, ...facts }: SetUpSessionRequest,
  ): Promise<SessionResponse> {
    const id = await this.commands.execute(
      new SetUpSession(actor, termId, { ...facts, opensAt: new Date(opensAt), closesAt: new Date(closesAt) }),
    );
    return this.queries.execute(new OneSession(actor, id));
  }

  @Get('sessions')
  list(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<SessionListResponse> {
    return this.queries.execute(new SessionList(actor, page));
  }

  @Get('sessions/:id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SessionResponse> {
    return this.queries.execute(new OneSession(actor, id));
  }

  /** Opens the session and its sign-in desk; while papers are late, only with a reason. */
  @Post('sessions/:id/opening')
  @HttpCode(200)
  async open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, latePapersReason }: OpenSessionRequest,
  ): Promise<SessionResponse> {
    await this.commands.execute(new OpenSession(actor, id, version, latePapersReason ?? null));
    return this.queries.execute(new OneSession(actor, id));
  }

  /** Closes the session for good. */
  @Post('sessions/:id/closing')
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<SessionResponse> {
    await this.commands.execute(new CloseSession(actor, id, version));
    return this.queries.execute(new OneSession(actor, id));
  }
}
