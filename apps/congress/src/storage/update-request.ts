import type { ChangeRequest } from '@plenum/service-kit';

/** A change that is asked for of one thing: an id of the organisation of whoever asks. The behaviour compares the version that was read. */
export interface UpdateRequest extends Omit<ChangeRequest, 'read'> {
  readonly id: string;
}

/** The same where the repository compares the version, after the rules; left out, whatever stands is changed. */
export interface VersionedUpdateRequest extends UpdateRequest {
  readonly read?: number | undefined;
}
