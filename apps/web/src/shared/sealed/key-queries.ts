import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId } from '../../api/client.js';
import type { BallotState, BoardHead, CeremonyView, TrusteeKeys } from '../../api/shapes.js';
import { type DeviceRecordId, type OwnKey, ownKeys } from './device-store.js';
import { WATCH_MS } from './paper-queries.js';

/** The key that this device keeps for a scrutineer. */
export const ownKeyQueryKey = ({ memberId, ballotId }: DeviceRecordId) => ['own-key', memberId, ballotId] as const;

export function useOwnKey(recordId: DeviceRecordId): UseQueryResult<OwnKey | null> {
  return useQuery({
    queryKey: ownKeyQueryKey(recordId),
    queryFn: () => ownKeys.find(recordId),
    enabled: recordId.memberId !== '',
    networkMode: 'always',
  });
}

/** The scrutineers' public keys, watched until they are all there. */
export function useTrusteeKeys(id: string, isWatched: boolean): UseQueryResult<TrusteeKeys> {
  return useQuery({
    queryKey: ['ballot', id, 'trustee-keys'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/trustee-keys', byId(id))),
    refetchInterval: isWatched ? WATCH_MS : false,
  });
}

/** How far the making of the keys is: of keys of the own, or of a threshold group of which any so many open the box. */
export function useCeremony(id: string, isWatched: boolean): UseQueryResult<CeremonyView> {
  return useQuery({
    queryKey: ['ballot', id, 'ceremony'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/ceremony', byId(id))),
    refetchInterval: isWatched ? WATCH_MS : false,
  });
}

/** What a threshold group holds for the own device. Asked when it is needed: each step needs it once. */
export const ownCeremony = (id: string) => answer(ballot.GET('/api/ballot/ballots/{id}/ceremony/own', byId(id)));

/** What a scrutineer of a threshold group says in a round. */
export function sendCeremonyMessage(id: string, round: 'certificate' | 'polynomial' | 'output', message: string): Promise<unknown> {
  switch (round) {
    case 'certificate':
      return answer(ballot.POST('/api/ballot/ballots/{id}/ceremony/certificates', { ...byId(id), body: { certificate: message } }));
    case 'polynomial':
      return answer(ballot.POST('/api/ballot/ballots/{id}/ceremony/polynomials', { ...byId(id), body: { polynomial: message } }));
    case 'output':
      return answer(ballot.POST('/api/ballot/ballots/{id}/ceremony/outputs', { ...byId(id), body: { output: message } }));
  }
}

/** The end of the board, from the opening on; watched while papers come. Nothing where there is no board. */
export function useBoardHead(id: string | null, state: BallotState): UseQueryResult<BoardHead> {
  const isWatched = state === 'OPEN' || state === 'CLOSED';
  return useQuery({
    queryKey: ['ballot', id, 'head', isWatched],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/board/head', byId(id ?? ''))),
    enabled: id !== null,
    refetchInterval: isWatched ? WATCH_MS : false,
  });
}

/** The log of proofs beside the board, where marks are three-way. */
export async function fetchSidecar(id: string): Promise<Uint8Array> {
  const file = await answer(ballot.GET('/api/ballot/ballots/{id}/board/sidecar', { ...byId(id), parseAs: 'arrayBuffer' }));
  return new Uint8Array(file as ArrayBuffer);
}

export const offerKey = (id: string, publicKey: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/trustee-keys', { ...byId(id), body: { publicKey } }));

export const addShare = (id: string, share: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/shares', { ...byId(id), body: { share } }));
