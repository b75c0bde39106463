import type {} from '@fastify/multipart'; // Adds uploads to Fastify's types.
import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { PICTURE_LIMITS, type PictureKind } from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { type Actor, CurrentActor, Unlogged, OnVersionQuery } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { DescribeCandidates } from './describe-candidates.command.js';
import { DescribeRequest } from './describing.requests.js';
import { ProfilesAnswer } from './describing.responses.js';
import { PictureOfBallot } from './picture.query.js';
import { ProfilesOfBallot } from './profiles.query.js';
import { RemovePicture } from './remove-picture.command.js';
import { SetPicture } from './set-picture.command.js';

const FILE_BODY = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };
const TYPES: Readonly<Record<PictureKind, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const CACHING = 'private, max-age=604800, immutable'; // Under one fingerprint there is one picture.

/**
 * Short profiles and pictures of candidates: the organisers' to set while the ballot is a draft, and for everybody who may see it to read.
 */
@Controller('ballots/:id')
export class DescribingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Everybody on the list in the order of the paper; nobody where nothing was handed in. Secrecy: whose profile somebody looks at stands in
   * no log.
   */
  @Get('profiles')
  @Unlogged()
  profiles(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProfilesAnswer> {
    return this.queries.execute(new ProfilesOfBallot(actor, id));
  }

  /** Sets texts of at most 500 characters. */
  @Put('profiles')
  describe(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { texts, version }: DescribeRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new DescribeCandidates(actor, id, texts, version));
  }

  /** Sets a picture in place of the one before: JPEG, PNG or WebP by its bytes, at most 200 kB and 1,200 pixels a side. */
  @Put('profiles/:choiceId/picture')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  setPicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('choiceId') choiceId: string,
    @Query() { version }: OnVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new SetPicture(actor, id, choiceId, () => receive(request), version));
  }

  @Delete('profiles/:choiceId/picture')
  removePicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('choiceId') choiceId: string,
    @Query() { version }: OnVersionQuery,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RemovePicture(actor, id, choiceId, version));
  }

  /** A picture by the SHA-256 of its bytes. It may be kept by the reader's own browser, and by nobody between. */
  @Get('pictures/:digest')
  @Unlogged()
  async picture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('digest') digest: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { kind, bytes } = await this.queries.execute(new PictureOfBallot(actor, id, digest));
    void reply.header('cache-control', CACHING);
    return new StreamableFile(bytes, { type: TYPES[kind], length: bytes.length, disposition: 'inline' });
  }
}

/** The one file of a request; of one that is too large only as much as shows that it is. @throws MalformedError where there is none */
async function receive(request: FastifyRequest): Promise<Buffer> {
  const file = request.isMultipart()
    ? await request.file({ throwFileSizeLimit: false, limits: { fileSize: PICTURE_LIMITS.bytes + 1 } })
    : undefined;
  if (!file) throw new MalformedError([{ field: 'file', reason: 'required' }]);
  return file.toBuffer();
}
