import type {} from '@fastify/multipart'; // Adds uploads to Fastify's types.
import { Controller, Delete, Get, Headers, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { MalformedError } from '@plenum/kernel';
import { ATTACHMENT_LIMITS } from '@plenum/proposals-domain';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { AttachFile, type ReceivedFile } from './attach-file.command.js';
import { AttachmentFileOf } from './attachment-file.query.js';
import { AttachmentsOf } from './attachments.query.js';
import { AttachmentsAnswer } from './attachments.responses.js';
import { RemoveAttachment } from './remove-attachment.command.js';

const FILE_BODY = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };
/** Whatever it is, nothing in it runs, loads or is framed. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

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
  @ApiBody(FILE_BODY)
  attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: OnVersionQuery,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new AttachFile(actor, id, () => receive(request), version, key));
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
    const { name, kind, content } = await this.queries.execute(new AttachmentFileOf(actor, id, attachmentId));
    void reply.headers({ 'content-security-policy': INERT, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
    const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
    const disposition = `attachment; filename="attachment.${kind}"; filename*=UTF-8''${encoded}`;
    return new StreamableFile(content, { type: 'application/octet-stream', length: content.length, disposition });
  }
}

/** The one file of a request; of one that is too large only as much as shows that it is. @throws MalformedError where there is none */
async function receive(request: FastifyRequest): Promise<ReceivedFile> {
  const file = request.isMultipart()
    ? await request.file({ throwFileSizeLimit: false, limits: { fileSize: ATTACHMENT_LIMITS.bytes + 1 } })
    : undefined;
  if (!file) throw new MalformedError([{ field: 'file', reason: 'required' }]);
  return { name: file.filename, content: await file.toBuffer() };
}
