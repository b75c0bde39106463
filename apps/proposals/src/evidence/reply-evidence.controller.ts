import { Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ATTACHMENT_LIMITS, type ReplyDraft } from '@plenum/proposals-domain';
import { type Actor, CurrentActor, ONE_FILE, uploadedFile } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keptFile } from '../attachments/kept-file.js';
import { ChangeDraftEvidence } from './draft-evidence.command.js';
import { OnDraftQuery } from './evidence.requests.js';
import { EvidenceAnswer } from './evidence.responses.js';
import { ReplyEvidenceFile } from './reply-evidence-file.query.js';

/** Evidence of replies (佐证材料): part of the draft until it goes out, and of the reply since. */
@Controller('proposals/:id/handlings/:handlingId/evidence')
export class ReplyEvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Adds a file of at most 10 MiB to the draft, which becomes another version of it. The same file again adds nothing. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Query() { version: read }: OnDraftQuery,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceAnswer> {
    const receive = () => uploadedFile(request, ATTACHMENT_LIMITS.bytes);
    return answerOf(await this.commands.execute(new ChangeDraftEvidence({ actor, proposalId, handlingId, read }, { receive })));
  }

  /** Takes a file out of the draft. */
  @Delete(':fileId')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query() { version: read }: OnDraftQuery,
  ): Promise<EvidenceAnswer> {
    return answerOf(await this.commands.execute(new ChangeDraftEvidence({ actor, proposalId, handlingId, read }, { fileId })));
  }

  /** A file to be kept, never shown in place: of a reply for its readers, of a draft for who may read drafts. */
  @Get(':fileId')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return keptFile(reply, await this.queries.execute(new ReplyEvidenceFile(actor, proposalId, handlingId, fileId)));
  }
}

const answerOf = ({ version, content }: ReplyDraft): EvidenceAnswer => ({ version, files: [...content.files] });
