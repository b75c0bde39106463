import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors, signInSubject } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SignInAttempts } from '../credentials/attempts/sign-in-attempts.js';
import type { MemberResponse } from './members.responses.js';
import { ShownMembers } from './shown-members.js';

/** A member of the actor's organisation; to the secretariat also the mobile number, as to oneself, and until when they cannot sign in. */
export class OneMember extends Query<MemberResponse> {
  constructor(
    readonly actor: Actor,
    readonly memberId: string,
  ) {
    super();
  }
}

@QueryHandler(OneMember)
export class OneMemberHandler implements IQueryHandler<OneMember> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly shown: ShownMembers,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws `congress.not-found` */
  async execute({ actor, memberId }: OneMember): Promise<MemberResponse> {
    const [member] = await this.shown.byIds(actor, [memberId]);
    if (!member) throw CongressErrors.notFound('member');
    const seesAccounts = await this.permissions.isAllowed(actor, 'read-accounts');
    const mobile = seesAccounts || memberId === actor.memberId ? await this.mobile(memberId) : null;
    return { ...member, mobile, lockedUntil: seesAccounts ? await this.lockedUntil(actor, member) : null };
  }

  private async mobile(memberId: string): Promise<string | null> {
    const [row] = await this.database.query<{ mobile: string | null }>('SELECT mobile FROM members WHERE id = $1', [memberId]);
    return row?.mobile ?? null;
  }

  private async lockedUntil({ organisationId }: Actor, { staffNo }: MemberResponse): Promise<string | null> {
    const [organisation] = await this.database.query<{ code: string }>('SELECT code FROM organisations WHERE id = $1', [organisationId]);
    const until = await this.attempts.lockedUntil(signInSubject({ organisation: organisation?.code ?? '', staffNo }));
    return until?.toISOString() ?? null;
  }
}
