import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import type { Nominee } from './nomination-requests.js';

/** What an organiser fills in to put somebody forward. */
export interface Fields {
  readonly from: 'here' | 'elsewhere';
  readonly person?: NamedChoice | null;
  readonly name?: string;
  readonly by: Nominee['proposer']['by'];
  readonly delegationId?: string;
  readonly delegates?: readonly NamedChoice[];
}

/** What is asked of the service: only what belongs to the kind of person and of proposer, whatever else was filled in before. */
export function nomineeOf({ from, person, name = '', by, delegationId, delegates = [] }: Fields): Nominee {
  return {
    ...(from === 'here' ? (person ? { memberId: person.id } : {}) : { name: name.trim() }),
    proposer: {
      by,
      ...(by === 'delegation' && delegationId ? { delegationId } : {}),
      ...(by === 'delegates' ? { memberIds: delegates.map(({ id }) => id) } : {}),
    },
  };
}
