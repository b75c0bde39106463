import { codeOf, ProblemError } from '../../api/problem.js';
import type { Receipt } from './receipt.js';
import type { RunTask } from './sealing-client.js';
import type { InputOf, ElectionSetup } from './sealing-tasks.js';
import type { DeviceStore, OwnPaper, DeviceRecordId } from './device-store.js';

/** The requests of a voter's device to the ballot service. */
export interface VotingApi {
  register(ballotId: string, credential: string): Promise<unknown>;
  /** `proofs` go with the paper where marks are three-way. */
  cast(ballotId: string, paper: string, proofs: string | null): Promise<Receipt>;
  setup(ballotId: string): Promise<ElectionSetup & { readonly revote: boolean }>;
}

/** What the steps of a paper are taken with. */
export interface VotingDevice {
  readonly papers: DeviceStore<OwnPaper>;
  readonly api: VotingApi;
  readonly runTask: RunTask;
}

/** The device has no paper of this ballot: it was received on another one, or was forgotten. */
export class NoPaperError extends Error {
  override readonly name = 'NoPaperError';
}

/**
 * Receives a paper (领票). The secret is on the disk before its public half is told: whatever the network does, none is issued that
 * nobody can use. Asked again, it registers the same one. `anew` draws another: the roll was frozen again, which made all papers void.
 */
export async function receivePaper(
  recordId: DeviceRecordId,
  { papers, api, runTask }: VotingDevice,
  { anew }: { readonly anew: boolean },
): Promise<OwnPaper> {
  const before = anew ? null : await papers.find(recordId);
  const drawn: OwnPaper = before ?? {
    ...recordId,
    ...(await runTask('draw-paper', undefined)),
    isRegistered: false,
    sealed: null,
    receipt: null,
  };
  await papers.keep(drawn);
  try {
    await api.register(recordId.ballotId, drawn.credential);
  } catch (problem) {
    // Issued to another device: this secret will never be worth anything.
    if (codeOf(problem) === 'ballot.credential-issued') await papers.forget(recordId);
    throw problem;
  }
  const registered = { ...drawn, isRegistered: true };
  await papers.keep(registered);
  return registered;
}

/**
 * Takes the paper of a printed slip: the code was made at the desk, and any device of the house will do. What is kept is the secret, not
 * the code.
 */
export async function takeSlip(recordId: DeviceRecordId, { papers, api, runTask }: VotingDevice, typed: string): Promise<OwnPaper> {
  const setup = await api.setup(recordId.ballotId);
  const taken: OwnPaper = {
    ...recordId,
    ...(await runTask('take-code', { typed, setup })),
    isSlip: true,
    isRegistered: true,
    sealed: null,
    receipt: null,
  };
  await papers.keep(taken);
  return taken;
}

/** Seals the marks and keeps the sealed paper before anything is sent. Nothing keeps the marks. */
export async function sealAndKeep(
  recordId: DeviceRecordId,
  { papers, api, runTask }: VotingDevice,
  choices: InputOf<'seal'>['choices'],
): Promise<OwnPaper> {
  const own = await papers.find(recordId);
  if (!own?.secret) throw new NoPaperError();
  const setup = await api.setup(recordId.ballotId);
  const sealed = await runTask('seal', { setup, secret: own.secret, choices });
  const waiting = { ...own, sealed };
  await papers.keep(waiting);
  return waiting;
}

/**
 * Sends the kept paper, to the byte, and keeps the receipt. The service answers the same bytes the same way however often they come.
 * Where voting again is not allowed the secret is of no more use, and forgotten.
 */
export async function castKeptPaper(recordId: DeviceRecordId, { papers, api, runTask }: VotingDevice): Promise<OwnPaper> {
  const own = await papers.find(recordId);
  if (!own?.sealed) throw new NoPaperError();
  const { paper, proofs } = own.sealed;
  const receipt = await api.cast(recordId.ballotId, paper, proofs);
  const { election, revote } = await api.setup(recordId.ballotId);
  const { isGenuine } = await runTask('check-receipt', { election, paper, receipt });
  const { tracker, position, head, signature } = receipt;
  const cast: OwnPaper = {
    ...own,
    receipt: { tracker, position, head, signature, isGenuine },
    // A receipt that is not the service's acknowledges nothing: the paper is kept, to be sent once more or shown to a scrutineer.
    sealed: isGenuine ? null : own.sealed,
    secret: isGenuine && !revote ? null : own.secret,
  };
  await papers.keep(cast);
  return cast;
}

/** A paper that the service refused: it is not in the box, and the voter may mark another one. */
export async function discardSealed(recordId: DeviceRecordId, { papers }: Pick<VotingDevice, 'papers'>): Promise<void> {
  const own = await papers.find(recordId);
  if (own) await papers.keep({ ...own, sealed: null });
}

/** Whether sending again may help: the server was not reached, broke down or was busy. A refusal stays one. */
export function isWorthRetrying(problem: unknown): boolean {
  if (problem instanceof ProblemError)
    return problem.problem.status >= 500 || problem.problem.status === 429 || problem.problem.type === 'ballot.busy';
  return problem instanceof TypeError;
}

/** A paper that would be lost with this device's memory: received and not used, or sealed and not acknowledged. */
export const isUnused = ({ receipt, sealed, isRegistered }: OwnPaper): boolean => sealed !== null || (isRegistered && receipt === null);
