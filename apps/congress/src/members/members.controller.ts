import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { AmendMember } from './amend-member.command.js';
import { IssueSignInCodes } from './issue-sign-in-codes.command.js';
import { MemberList } from './members.query.js';
import { AmendMemberRequest, MembersRequest, RegisterMemberRequest, SignInCodesRequest } from './members.requests.js';
import { MemberListResponse, MemberResponse, SignInCodesResponse } from './members.responses.js';
import { OneMember } from './one-member.query.js';
import { RegisterMember } from './register-member.command.js';
import { UnlockSignIn } from './unlock-sign-in.command.js';

/** The people of an organisation. */
@Controller('members')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: MembersRequest): Promise<MemberListResponse> {
    return this.queries.execute(new MemberList(actor, request));
  }

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MemberResponse> {
    return this.queries.execute(new OneMember(actor, id));
  }

  /** Registers one member. For the secretariat. */
  @Post()
  async register(
    @CurrentActor() actor: Actor,
    @Body() { staffNo, name, unitId, email, mobile, standing }: RegisterMemberRequest,
  ): Promise<MemberResponse> {
    const id = await this.commands.execute(
      new RegisterMember(actor, { staffNo, name, unitId: unitId ?? null, mail: email ?? null, mobile: mobile ?? null, standing }),
    );
    return this.queries.execute(new OneMember(actor, id));
  }

  /** Corrects a member, or notes that it has left. For the secretariat. */
  @Patch(':id')
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { email, version, ...changes }: AmendMemberRequest,
  ): Promise<MemberResponse> {
    await this.commands.execute(new AmendMember(actor, id, { ...changes, ...(email === undefined ? {} : { mail: email }) }, version));
    return this.queries.execute(new OneMember(actor, id));
  }

  /** Lets a member sign in again at once, after too many wrong passwords. For the secretariat. */
  @Post(':id/unlocking')
  @HttpCode(204)
  unlock(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.commands.execute(new UnlockSignIn(actor, id));
  }

  /** Gives members one-time codes, each shown this once. For the secretariat. */
  @Post('sign-in-codes')
  @HttpCode(201)
  async issueCodes(@CurrentActor() actor: Actor, @Body() { memberIds }: SignInCodesRequest): Promise<SignInCodesResponse> {
    const codes = await this.commands.execute(new IssueSignInCodes(actor, memberIds));
    return {
      codes: codes.map(({ memberId, staffNo, name, signInCode, expiresAt }) => ({
        memberId,
        staffNo,
        name,
        signInCode,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }
}
