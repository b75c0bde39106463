import { Injectable } from '@nestjs/common';
import { DELEGATE_KINDS, type DelegateKind, type Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory, type OfficeScope } from '@plenum/directory';

/** Some people, said by what they are: resolved when there is something to tell. */
export type Audience =
  | { readonly members: readonly string[] }
  | { readonly seatedIn: string; readonly kinds: readonly DelegateKind[] }
  | { readonly headsIn: string }
  | { readonly everybody: true }
  | { readonly holding: readonly Office[]; readonly within: OfficeScope };

/** These members and nobody else. */
export const onlyMembers = (...members: readonly string[]): Audience => ({ members });
/** Everybody with a seat in a session, voting or not. */
export const everybodyIn = (sessionId: string): Audience => ({ seatedIn: sessionId, kinds: DELEGATE_KINDS });
/** All active staff of the organisation. */
export const allStaff: Audience = { everybody: true };
/** The full (voting) delegates of a session. */
export const delegatesOf = (sessionId: string): Audience => ({ seatedIn: sessionId, kinds: ['DELEGATE'] });
/** The heads of a session's delegations who have the vote. */
export const headsIn = (sessionId: string): Audience => ({ headsIn: sessionId });
/** Who holds an office, of the whole organisation or bound to what is named. */
export const holdersOf = (offices: Office | readonly Office[], within: OfficeScope = {}): Audience => ({
  holding: [offices].flat(),
  within,
});
/** Who answers for a unit: its handlers and its head. */
export const unit = (unitId: string | null): Audience =>
  unitId === null ? onlyMembers() : holdersOf(['UNIT_HANDLER', 'UNIT_HEAD'], { unitId });

/** Finds out who an audience is, and what people and things are called. */
@Injectable()
export class Audiences {
  constructor(private readonly directory: Directory) {}

  /** The members of an audience within an organisation; somebody may come twice. */
  async membersOf(from: Queryable, organisationId: string, audience: Audience): Promise<readonly string[]> {
    if ('members' in audience) return audience.members;
    if ('seatedIn' in audience)
      return (await this.directory.delegatesOf(from, audience.seatedIn, audience.kinds)).map(({ memberId }) => memberId);
    if ('headsIn' in audience) return this.directory.votingHeadsOf(from, audience.headsIn);
    if ('everybody' in audience) return (await this.directory.activeMembers(from, organisationId)).map(({ id }) => id);
    return (await this.directory.officeHolders(from, audience.holding, { organisationId, ...audience.within })).map(
      ({ memberId }) => memberId,
    );
  }

  names(from: Queryable): Names {
    const known = <T>(what: string, id: string, found: T | null): T => {
      // The directory lags behind this event: a fault, so that it is tried again in a moment.
      if (found === null) throw new Error(`${what} ${id} is not in the directory yet`);
      return found;
    };
    return {
      member: async (id) => known('member', id, await this.directory.member(from, id)).name,
      unit: async (id) => (id === null ? '' : known('unit', id, await this.directory.unit(from, id)).name),
      session: async (id) => known('session', id, await this.directory.session(from, id)).title,
    };
  }
}

/** What people and things are called, by their ids. Each throws while the directory does not know. */
export interface Names {
  readonly member: (id: string) => Promise<string>;
  readonly unit: (id: string | null) => Promise<string>;
  readonly session: (id: string) => Promise<string>;
}
