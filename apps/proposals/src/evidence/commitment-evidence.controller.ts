import { Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ATTACHMENT_LIMITS } from '@plenum/proposals-domain';
import { type Actor, CurrentActor, ONE_FILE, OnVersionQuery, uploadedFile } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keptFile } from '../attachments/kept-file.js';
import { ChangeCommitmentEvidence } from './commitment-evidence.command.js';
import { CommitmentEvidence, CommitmentEvidenceFile } from './commitment-evidence.query.js';
import { EvidenceAnswer } from './evidence.responses.js';

/** Evidence that a promise was kept (兑现证据): the unit's own until it reports, and of its report since. */
@Controller('commitments/:id/evidence')
export class CommitmentEvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What lies ready for the report, for the unit alone. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EvidenceAnswer> {
    return this.queries.execute(new CommitmentEvidence(actor, id));
  }

  /** Adds a file of at most 10 MiB. The same file again adds nothing. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) commitmentId: string,
    @Query() { version: read }: OnVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceAnswer> {
    const receive = () => uploadedFile(request, ATTACHMENT_LIMITS.bytes);
    return this.commands.execute(new ChangeCommitmentEvidence({ actor, commitmentId, read }, { receive }));
  }

  /** Takes a file away that was not given yet. */
  @Delete(':fileId')
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) commitmentId: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query() { version: read }: OnVersionQuery,
  ): Promise<EvidenceAnswer> {
    return this.commands.execute(new ChangeCommitmentEvidence({ actor, commitmentId, read }, { fileId }));
  }

  /** A file to be kept, never shown in place. */
  @Get(':fileId')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return keptFile(reply, await this.queries.execute(new CommitmentEvidenceFile(actor, id, fileId)));
  }
}
