import type { Actor } from '@plenum/service-kit';

/** Who does what in which organisation: what is found is limited to it, and the audit row is signed with it. */
export interface Deed {
  readonly organisationId: string;
  /** The member who acts; null where the system does. */
  readonly actor: string | null;
  /** As the command is named: `seat-delegate`. */
  readonly action: string;
}

/** What a signed-in member does. */
export const deedOf = ({ memberId, organisationId }: Actor, action: string): Deed => ({ organisationId, actor: memberId, action });
