import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId } from '../../api/client.js';
import type { BallotState } from '../../api/shapes.js';
import type { VotingDevice, VotingApi } from './paper-steps.js';
import { runSealingTask } from './sealing-client.js';
import { type DeviceRecordId, type OwnPaper, ownPapers } from './device-store.js';

/** How often figures are asked anew that people wait for. */
export const WATCH_MS = 4_000; // A hall waits for these figures; a few hundred devices that ask as often are little to a service.

/** What was fixed at an opening never changes: fetched once, so that a paper can be sealed where the network has gone meanwhile. */
const setups = new Map<string, ReturnType<VotingApi['setup']>>();

function setupOf(id: string): ReturnType<VotingApi['setup']> {
  const known = setups.get(id);
  if (known) return known;
  const asked = answer(ballot.GET('/api/ballot/ballots/{id}/board/setup', byId(id)));
  setups.set(id, asked);
  asked.catch(() => setups.delete(id));
  return asked;
}

const api: VotingApi = {
  register: (id, publicCredential) =>
    answer(ballot.POST('/api/ballot/ballots/{id}/credentials', { ...byId(id), body: { publicCredential } })),
  cast: (id, paper, proofs) =>
    answer(ballot.POST('/api/ballot/ballots/{id}/papers', { ...byId(id), body: { paper, ...(proofs === null ? {} : { marks: proofs }) } })),
  setup: setupOf,
};

/** This device: what it keeps, its worker, and the requests that it makes. */
export const DEVICE: VotingDevice = { papers: ownPapers, api, runTask: runSealingTask };

/** The paper that this device keeps for somebody. Never stale by itself: who changes it says so. */
export const ownPaperQueryKey = ({ memberId, ballotId }: DeviceRecordId) => ['own-paper', memberId, ballotId] as const;

export function useOwnPaper(recordId: DeviceRecordId): UseQueryResult<OwnPaper | null> {
  return useQuery({
    queryKey: ownPaperQueryKey(recordId),
    queryFn: () => ownPapers.find(recordId),
    enabled: recordId.memberId !== '',
    networkMode: 'always',
  });
}

/**
 * Whether the reader has a paper, and how many were issued; asked again and again until the opening. Nothing where there is no such ballot.
 */
export function useIssued(
  id: string | null,
  state: BallotState,
): UseQueryResult<{
  readonly registered: boolean;
  readonly holds: 'credential' | 'slip' | 'paper' | null;
  readonly registeredInAll: number;
}> {
  return useQuery({
    queryKey: ['ballot', id, 'issued'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/credentials', byId(id ?? ''))),
    enabled: id !== null,
    refetchInterval: state === 'ROLL_FROZEN' ? WATCH_MS : false,
  });
}

/** The board as a file. Not kept by the client: a large board is looked at once and let go. */
export async function fetchArchive(id: string): Promise<Uint8Array> {
  const file = await answer(ballot.GET('/api/ballot/ballots/{id}/board/archive', { ...byId(id), parseAs: 'arrayBuffer' }));
  return new Uint8Array(file as ArrayBuffer);
}
