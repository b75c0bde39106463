import type { Actor } from '@plenum/service-kit';

/** A change that is asked for: in which organisation, by whom, as what it is kept in the audit trail. */
export interface ChangeRequest {
  /** What is changed is looked for in it alone. */
  readonly organisationId: string;
  /** The member who asks; null where the system does. */
  readonly actor: string | null;
  /** As the command is named: `seat-delegate`. */
  readonly action: string;
}

/** A change of one object. */
export interface UpdateRequest extends ChangeRequest {
  readonly id: string;
  /** The version that the change was made on; left out, whatever stands is changed. */
  readonly read?: number;
}

/** What a signed-in member asks for. */
export const requestBy = ({ memberId, organisationId }: Actor, action: string): ChangeRequest => ({
  organisationId,
  actor: memberId,
  action,
});
