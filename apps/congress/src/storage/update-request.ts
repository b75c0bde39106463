import type { ChangeRequest } from '@plenum/service-kit';

/** A change that is asked for of one thing: an id of the organisation of whoever asks. */
export interface UpdateRequest extends ChangeRequest {
  readonly id: string;
}
