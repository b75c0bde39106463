import { Controller, Delete, Get, Headers, Param, ParseUUIDPipe, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ATTACHMENT_LIMITS } from '@plenum/proposals-domain';
import { type Actor, CurrentActor, ONE_FILE, OnVersionQuery, uploadedFile } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { AttachFile } from './attach-file.command.js';
import { AttachmentFileOf } from './attachment-file.query.js';
import { AttachmentsOf } from './attachments.query.js';
import { AttachmentsAnswer } from './attachments.responses.js';
import { keptFile } from './kept-file.js';
import { RemoveAttachment } from './remove-attachment.command.js';

/** Files of a proposal: the lead proposer's to change while the text may be, for whoever may read the proposal to fetch. */
@Controller('proposals/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AttachmentsAnswer> {
    return this.queries.execute(new AttachmentsOf(actor, id));
  }

  /** Adds a file of at most 10 MiB; whoever had signed is asked to confirm. The same `Idempotency-Key` adds it once. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: OnVersionQuery,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new AttachFile(actor, id, () => uploadedFile(request, ATTACHMENT_LIMITS.bytes), version, key));
  }

  /** Takes a file away; whoever had signed is asked to confirm. */
  @Delete(':attachmentId')
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Query() { version }: OnVersionQuery,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new RemoveAttachment(actor, id, attachmentId, version));
  }

  /** A file to be kept, never shown in place. */
  @Get(':attachmentId')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return keptFile(reply, await this.queries.execute(new AttachmentFileOf(actor, id, attachmentId)));
  }
}
