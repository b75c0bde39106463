import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, xlsxFile } from '@plenum/service-kit';
import { CorrectSignature } from './correct-signature.command.js';
import { PaperList } from './paper-list.query.js';
import { ProofFile } from './proof-file.query.js';
import { ProofOfService } from './proof-of-service.query.js';
import {
  CorrectSignatureRequest,
  PaperListRequest,
  ProofFileRequest,
  ProofRequest,
  ProofsRequest,
  RecordSignaturesRequest,
} from './proof.requests.js';
import { PaperListResponse, ProofResponse, ServedMatterPageResponse, SignaturesRecordedResponse } from './proof.responses.js';
import { RecordSignatures } from './record-signatures.command.js';
import { ServedMattersTold } from './served-matters.query.js';

/** What proves that people were told (送达凭证), and who is to be told on paper (纸质送达名单), for organisers. */
@Controller('proofs')
export class ProofController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What people were told: announcements, and what the rules have told to all. The latest first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: ProofsRequest): Promise<ServedMatterPageResponse> {
    return this.queries.execute(new ServedMattersTold(actor, request));
  }

  /** Of one of these: who was told, by what, and whether they opened it or signed for it. */
  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() request: ProofRequest): Promise<ProofResponse> {
    return this.queries.execute(new ProofOfService(actor, id, request));
  }

  /** The same as a workbook. */
  @Get(':id/people.xlsx')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: ProofFileRequest,
  ): Promise<StreamableFile> {
    return xlsxFile('proof-of-service.xlsx', await this.queries.execute(new ProofFile(actor, id, request)));
  }

  /** Who is still to be told on paper: whom nothing reached, and who has not opened it within some days. */
  @Get(':id/paper-list')
  paperList(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { days }: PaperListRequest,
  ): Promise<PaperListResponse> {
    return this.queries.execute(new PaperList(actor, id, days));
  }

  /** Records who signed on paper, and on which day. Who is on record already stays as they are. */
  @Post(':id/signatures')
  @HttpCode(200)
  record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberIds, signedOn }: RecordSignaturesRequest,
  ): Promise<SignaturesRecordedResponse> {
    return this.commands.execute(new RecordSignatures(actor, id, memberIds, signedOn));
  }

  /** Corrects what was recorded of somebody, with a reason. */
  @Put(':id/signatures/:memberId')
  @HttpCode(204)
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() correction: CorrectSignatureRequest,
  ): Promise<void> {
    await this.commands.execute(new CorrectSignature(actor, id, memberId, correction));
  }
}
