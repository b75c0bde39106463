import { DelegationNameAnswer } from '../shapes/named.responses.js';

/** The delegation that the reader heads. */
export class HeadedDelegationAnswer {
  /** Null where they head none. */
  delegation!: DelegationNameAnswer | null;
}
