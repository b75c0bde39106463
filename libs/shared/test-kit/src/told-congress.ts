import { randomUUID } from 'node:crypto';

import type { DelegateKind, EventData, EventName, MemberStanding, Office } from '@plenum/contracts';

/** Writes a fact of the congress service into what a service keeps of it. */
export type WriteFact = <N extends EventName>(name: N, data: EventData<N>, version: number) => Promise<void>;

interface OfOrganisation {
  readonly organisationId: string;
}
interface OfMember extends OfOrganisation {
  readonly memberId: string;
}
interface OfSession extends OfOrganisation {
  readonly sessionId: string;
}

const QUORUM = { num: 2, den: 3, inclusive: true };

/** The staff number by which the directory knows somebody. */
export const staffNoOf = ({ id }: { readonly id: string }): string => id.slice(0, 8);

/**
 * Organisations, sessions and people as the congress service would have told of them: each fact is newer than those before about the same.
 */
export class ToldCongress {
  private readonly versions = new Map<string, number>();

  constructor(private readonly write: WriteFact) {}

  /** Tells a fact about something, by its id. */
  async tell<N extends EventName>(name: N, about: string, data: EventData<N>): Promise<void> {
    const version = (this.versions.get(about) ?? 0) + 1;
    this.versions.set(about, version);
    await this.write(name, data, version);
  }

  organisation({ organisationId }: OfOrganisation, code: string = organisationId): Promise<void> {
    const school = { organisationId, code, name: 'A school', level: 1, parentId: null };
    return this.tell('congress.organisation-founded.v1', organisationId, school);
  }

  unit({ organisationId }: OfOrganisation, unitId: string, name: string): Promise<void> {
    return this.tell('congress.unit-set-up.v1', unitId, { organisationId, unitId, code: name.toLowerCase(), name });
  }

  session({ organisationId, sessionId }: OfSession, given: { title: string; opensAt: string; closesAt: string }): Promise<void> {
    return this.tell('congress.session-set-up.v1', sessionId, {
      organisationId,
      sessionId,
      termNo: 7,
      sessionNo: 2,
      ...given,
      quorum: QUORUM,
    });
  }

  member(
    { organisationId, memberId }: OfMember,
    { name, mail = null, standing = 'FULL' }: { name: string; mail?: string | null; standing?: MemberStanding },
  ): Promise<void> {
    return this.tell('congress.member-registered.v2', memberId, {
      organisationId,
      memberId,
      staffNo: staffNoOf({ id: memberId }),
      name,
      mail,
      unitId: null,
      active: true,
      standing,
      hasVote: standing === 'FULL',
    });
  }

  /** A delegation, with its head where there is one. */
  delegation({ organisationId, sessionId }: OfSession, delegationId: string, headMemberId: string | null): Promise<void> {
    const delegation = { organisationId, sessionId, delegationId, name: `Delegation ${delegationId.slice(0, 4)}`, headMemberId };
    return this.tell('congress.delegation-formed.v1', delegationId, delegation);
  }

  delegate(
    { organisationId, sessionId, memberId }: OfSession & OfMember,
    kind: DelegateKind = 'DELEGATE',
    delegationId: string | null = null,
  ): Promise<void> {
    const seat = { organisationId, sessionId, memberId, delegationId, kind };
    return this.tell('congress.delegate-seated.v1', `${sessionId}/${memberId}`, seat);
  }

  /** An office, bound to a session or to a unit where one is named. */
  office(
    { organisationId, memberId }: OfMember,
    office: Office,
    { sessionId = null, unitId = null }: { readonly sessionId?: string | null; readonly unitId?: string | null } = {},
  ): Promise<void> {
    const officeId = randomUUID();
    return this.tell('congress.office-assigned.v1', officeId, {
      organisationId,
      officeId,
      memberId,
      office,
      sessionId,
      unitId,
      chief: false,
    });
  }
}
