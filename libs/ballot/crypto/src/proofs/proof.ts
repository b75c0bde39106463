import type { StrictReader } from '../form/strict-reader.js';

/** One part of any proof here: the commitment is not sent, the verifier recomputes it. */
export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

/** {"challenge","response"} in canonical form. */
export const writeProof = ({ challenge, response }: Proof): { challenge: string; response: string } => ({
  challenge: challenge.toString(),
  response: response.toString(),
});

/** Reads {"challenge","response"}, both reduced. */
export function readProof(place: StrictReader): Proof {
  const { challenge, response } = place.object('challenge', 'response');
  return { challenge: challenge.exponent(), response: response.exponent() };
}
