import {
  proofBasesOf,
  BigIntArithmetic,
  type Choices,
  deriveSecret,
  normaliseVotingCode,
  sealPaper,
  verifyElection,
} from '@plenum/ballot-crypto';

/** What the page hands to its worker: everything public, and what the voter typed and marked. */
export interface SealingOrder {
  readonly election: string;
  readonly code: string;
  readonly choices: Choices;
}

/** What the worker gives back: the paper to cast, and how long it took from the code to the paper. */
export interface SealingAnswer {
  readonly paper: string;
  readonly tookMs: number;
}

/** The part of a Web Worker's scope that is used here; the library for browsers is not part of this project's types. */
interface WorkerScope {
  onmessage: ((message: { readonly data: SealingOrder }) => void) | null;
  postMessage(answer: SealingAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { election: text, code, choices } }) => {
  const startedAt = Date.now();
  const read = verifyElection(text);
  if (!read.ok) throw new Error(`the election is refused: ${read.check}`);
  const normalised = normaliseVotingCode(code);
  if (!normalised.ok) throw new Error('the code is refused');
  const secret = deriveSecret(normalised.code, read.election.uuid);
  const { text: paper } = sealPaper(read.election, proofBasesOf(new BigIntArithmetic(), read.election.publicKey), secret, choices);
  scope.postMessage({ paper, tookMs: Date.now() - startedAt });
};
