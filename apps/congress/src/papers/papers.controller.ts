import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { PAPER_LIMITS } from '@plenum/congress-domain';
import { type Actor, CurrentActor, ONE_FILE, OnVersionQuery, uploadedFile } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BringPaperVersion } from './bring-paper-version.command.js';
import { BringPaper } from './bring-paper.command.js';
import { PaperFileOf } from './paper-file.query.js';
import { PaperReaders } from './paper-readers.query.js';
import { PapersOfSession } from './papers.query.js';
import { BringPaperQuery, SendPapersRequest, SetPapersRuleRequest, WithdrawPaperRequest } from './papers.requests.js';
import { PaperReadersResponse, PapersResponse } from './papers.responses.js';
import { SendPapers } from './send-papers.command.js';
import { SetPapersRule } from './set-papers-rule.command.js';
import { WithdrawPaper } from './withdraw-paper.command.js';

/** Whatever it is, nothing in it runs, loads or is framed. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Papers of a session (会议文件): brought in and sent out by its secretariat, read by whoever has a seat in it. */
@Controller('sessions/:id/papers')
export class PapersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PapersResponse> {
    return this.queries.execute(new PapersOfSession(actor, id));
  }

  /** Brings in a paper of at most 10 MiB; delegates see it once it is sent out. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  async bring(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { itemId, title, version }: BringPaperQuery,
    @Req() request: FastifyRequest,
  ): Promise<PapersResponse> {
    const receive = () => uploadedFile(request, PAPER_LIMITS.bytes);
    await this.commands.execute(new BringPaper(actor, id, { itemId, title }, receive, version));
    return this.read(actor, id);
  }

  /** Says how many days before the session papers go out, and by which clause. */
  @Put('rule')
  async setRule(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { days, clause, version }: SetPapersRuleRequest,
  ): Promise<PapersResponse> {
    await this.commands.execute(new SetPapersRule(actor, id, { days, clause }, version));
    return this.read(actor, id);
  }

  /** Sends papers out: the newest version of each. Everybody with a seat is told. */
  @Post('sending')
  @HttpCode(200)
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { paperIds, version }: SendPapersRequest,
  ): Promise<PapersResponse> {
    await this.commands.execute(new SendPapers(actor, id, paperIds, version));
    return this.read(actor, id);
  }

  /** Brings in another version of at most 10 MiB; those before stay as they were. */
  @Post(':paperId/versions')
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  async bringVersion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
    @Query() { version }: OnVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<PapersResponse> {
    await this.commands.execute(new BringPaperVersion(actor, id, paperId, () => uploadedFile(request, PAPER_LIMITS.bytes), version));
    return this.read(actor, id);
  }

  /** A version to be kept, never shown in place. That somebody with a seat opened it stands on the reading list. */
  @Get(':paperId/versions/:nth')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
    @Param('nth', ParseIntPipe) nth: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { title, kind, content } = await this.queries.execute(new PaperFileOf(actor, id, paperId, nth));
    void reply.headers({ 'content-security-policy': INERT, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
    const encoded = encodeURIComponent(`${title}.${kind}`).replaceAll(
      /['()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    const disposition = `attachment; filename="paper.${kind}"; filename*=UTF-8''${encoded}`;
    return new StreamableFile(content, { type: 'application/octet-stream', length: content.length, disposition });
  }

  /** Who has opened the version that was sent out last, and who has not. For the secretariat. */
  @Get(':paperId/readers')
  readers(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
  ): Promise<PaperReadersResponse> {
    return this.queries.execute(new PaperReaders(actor, id, paperId));
  }

  /** Takes a paper off, for a reason. */
  @Post(':paperId/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
    @Body() { reason, version }: WithdrawPaperRequest,
  ): Promise<PapersResponse> {
    await this.commands.execute(new WithdrawPaper(actor, id, paperId, reason, version));
    return this.read(actor, id);
  }
}
