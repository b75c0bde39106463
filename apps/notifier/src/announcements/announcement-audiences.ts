import { DELEGATE_KINDS } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@plenum/kernel';

/** Whom an announcement may be for. Who has not voted in a secret ballot is no audience: nobody may know who they are. */
export const AUDIENCE_KINDS = ['staff', 'delegates', 'absent', 'delegation', 'unit'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** Everybody who works here; the seats of a session, or its full delegates who have not signed in; a delegation; a unit. */
export interface AnnouncementAudience {
  readonly kind: AudienceKind;
  /** The session, delegation or unit; null of the staff. */
  readonly id: string | null;
}

/** Who is reached, and what the audience is called; null of the staff. */
export interface Reached {
  readonly memberIds: readonly string[];
  readonly name: string | null;
}

/** Finds out whom an announcement reaches: as of now, each once, nobody who has left. */
@Injectable()
export class AnnouncementAudiences {
  constructor(private readonly directory: Directory) {}

  /** @throws DomainError `notifier.not-found` where the organisation has no such session, delegation or unit */
  async reached(from: Queryable, organisationId: string, { kind, id }: AnnouncementAudience): Promise<Reached> {
    const staff = await this.directory.activeMembers(from, organisationId);
    const working = new Set(staff.map((member) => member.id));
    const of = (name: string, memberIds: readonly string[]): Reached => ({
      name,
      memberIds: [...new Set(memberIds)].filter((memberId) => working.has(memberId)),
    });
    if (kind === 'staff') return { name: null, memberIds: [...working] };
    if (kind === 'unit') {
      const { name } = ours(organisationId, id === null ? null : await this.directory.unit(from, id));
      return of(
        name,
        staff.filter(({ unitId }) => unitId === id).map((member) => member.id),
      );
    }
    const delegation = kind === 'delegation' && id !== null ? await this.directory.delegation(from, id) : null;
    const sessionId = kind === 'delegation' ? ours(organisationId, delegation).sessionId : id;
    const session = ours(organisationId, sessionId === null ? null : await this.directory.session(from, sessionId));
    const seats = await this.directory.delegatesOf(from, session.id, kind === 'absent' ? ['DELEGATE'] : DELEGATE_KINDS);
    if (delegation) {
      const members = seats.filter((seat) => seat.delegationId === delegation.id).map(({ memberId }) => memberId);
      return of(delegation.name, members);
    }
    const present = new Set(kind === 'absent' ? (await this.directory.attendance(from, session.id)).presentMemberIds : []);
    return of(
      session.title,
      seats.filter(({ memberId }) => !present.has(memberId)).map(({ memberId }) => memberId),
    );
  }
}

function ours<T extends { readonly organisationId: string }>(organisationId: string, found: T | null): T {
  if (found?.organisationId !== organisationId) throw new DomainError('notifier.not-found', 'not-found');
  return found;
}
