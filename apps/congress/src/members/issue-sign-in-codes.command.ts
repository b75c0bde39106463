import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Actor, ChangeRecords } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { type IssuedCode, SignInCodes } from '../credentials/passwords/sign-in-codes.js';
import { AccountRepository } from '../storage/account.repository.js';

/** A code with whom it is for, as it is printed. */
export interface PrintedCode extends IssuedCode {
  readonly staffNo: string;
  readonly name: string;
}

/** Gives members one-time codes for their first sign-in, or for a forgotten password. */
export class IssueSignInCodes extends Command<readonly PrintedCode[]> {
  constructor(
    readonly actor: Actor,
    readonly memberIds: readonly string[],
  ) {
    super();
  }
}

// Locked as whoever locks members does, by id; answered as they are printed.
const PEOPLE = `
  WITH people AS MATERIALIZED (SELECT id, staff_no, name, active FROM members WHERE organisation_id = $1 AND id = ANY($2)
    ORDER BY id FOR SHARE)
  SELECT id AS "memberId", staff_no AS "staffNo", name, active FROM people ORDER BY staff_no
`;

@CommandHandler(IssueSignInCodes)
export class IssueSignInCodesHandler implements ICommandHandler<IssueSignInCodes> {
  constructor(
    private readonly permissions: Permissions,
    private readonly database: Database,
    private readonly codes: SignInCodes,
    private readonly accounts: AccountRepository,
    private readonly records: ChangeRecords,
  ) {}

  /** @throws `congress.not-found` when one of them is no member of the organisation, `congress.member-inactive`: then none gets a code. */
  async execute({ actor, memberIds }: IssueSignInCodes): Promise<readonly PrintedCode[]> {
    await this.permissions.assertAllowed(actor, 'issue-sign-in-code');
    const wanted = [...new Set(memberIds)];
    return this.database.transaction(async (tx) => {
      const people = await tx.query<{ memberId: string; staffNo: string; name: string; active: boolean }>(PEOPLE, [
        actor.organisationId,
        wanted,
      ]);
      if (people.length < wanted.length) throw CongressErrors.notFound('member');
      const gone = people.find(({ active }) => !active);
      if (gone) throw CongressErrors.memberInactive(gone.memberId);
      const issued = await this.codes.issue(
        tx,
        people.map(({ memberId }) => memberId),
        actor.memberId,
      );
      await this.accounts.tellCodesGiven(
        tx,
        actor,
        people.map(({ memberId }) => memberId),
      );
      for (const { memberId, expiresAt } of issued) {
        await this.records.write(
          tx,
          { actor, action: 'issue-sign-in-code' },
          {
            subject: { kind: 'member', id: memberId },
            after: { expiresAt },
          },
        );
      }
      return people.flatMap(({ memberId, staffNo, name }, index) => {
        const code = issued[index];
        return code ? [{ ...code, memberId, staffNo, name }] : [];
      });
    });
  }
}
