import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type { SignedInMember } from './sign-in.responses.js';

/** Who is signed in, by name and ids alone: for the answer that brings a new token. */
export class NameOfSignedIn extends Query<SignedInMember> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(NameOfSignedIn)
export class NameOfSignedInHandler implements IQueryHandler<NameOfSignedIn> {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` for a member who has left since the token was made. */
  async execute({ actor: { memberId, organisationId } }: NameOfSignedIn): Promise<SignedInMember> {
    const [member] = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM members WHERE id = $1 AND organisation_id = $2 AND active',
      [memberId, organisationId],
    );
    if (!member) throw CongressErrors.notFound('member');
    return { ...member, organisationId };
  }
}
