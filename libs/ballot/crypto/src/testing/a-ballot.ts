import type { BoardSetup } from '../archive/board.js';
import { deriveSecret, publicCredential } from '../credentials/credential.js';
import { readRoll, writeRoll } from '../credentials/roll.js';
import { makeVotingCode } from '../credentials/voting-code.js';
import { makeElectionId, type Question, readElection, writeElection } from '../election/election.js';
import { type Arithmetic, type ProofBases, proofBasesOf } from '../group/arithmetic.js';
import { type Choices, sealPaper } from '../paper/seal-paper.js';
import { makeTrusteeKey, readPrivateKey } from '../trustees/trustee-key.js';
import { readTrustees, writeTrustees } from '../trustees/trustees.js';
import { someTrustees } from './some-trustees.js';
import { Box, type BoxKeys } from './box.js';
import { seededRandomness } from './seeded-randomness.js';

/** What a test's ballot is to look like. */
export interface BallotPlan {
  readonly questions?: readonly Partial<Question>[];
  /** Weights of the voters; as many voters as weights. Default: three voters of weight 1. */
  readonly weights?: readonly number[];
  /** Scrutineers who must all decrypt. Default 1, or 0 with a threshold group. */
  readonly singles?: number;
  /** A threshold group of whom some decrypt. */
  readonly thresholdTrustees?: { readonly size: number; readonly threshold: number };
  readonly seed?: string;
}

/** A ballot with all its secrets: voters, scrutineers, everything. */
export interface TestBallot extends BoxKeys {
  readonly bases: ProofBases;
  /** Voting codes and secrets, by voter. */
  readonly codes: readonly string[];
  readonly secrets: readonly bigint[];
  /** A voter's paper. */
  seal(voter: number, choices: Choices): string;
  /** An empty box with the Setup event, of other texts if a forger wants them. */
  box(forged?: Partial<BoardSetup>): Box;
}

/** The shape (a) of BALLOT_PROTOCOL 4: three answers, exactly one mark. */
export const ONE_OF_THREE: Partial<Question> = { answers: ['yes', 'no', 'abstain'], min: 1, max: 1 };

const YES_OR_NO = { answers: ['yes', 'no'], min: 0, max: 1, blank: false };

/** Makes a ballot from a plan; the same plan gives the same ballot. */
export function aBallot(arithmetic: Arithmetic, plan: BallotPlan = {}): TestBallot {
  const random = seededRandomness(plan.seed ?? 'ballot');
  const singles = Array.from({ length: plan.singles ?? (plan.thresholdTrustees ? 0 : 1) }, () =>
    makeTrusteeKey(arithmetic, undefined, random),
  );
  const thresholdTrustees =
    plan.thresholdTrustees && someTrustees(arithmetic, plan.thresholdTrustees.size, plan.thresholdTrustees.threshold, random);
  const trusteesText = writeTrustees([
    ...singles.map(({ publicKey }) => publicKey),
    ...(thresholdTrustees ? [thresholdTrustees.item] : []),
  ]);
  const trustees = readTrustees(trusteesText, arithmetic);
  const asked = plan.questions ?? [ONE_OF_THREE];
  const questions = asked.map((question, n) => ({ ...YES_OR_NO, question: `question ${n + 1}`, ...question }));
  const uuid = makeElectionId(random);
  const election = readElection(writeElection({ uuid, name: '换届选举', description: 'a test', questions }, trustees.electionKey));
  const bases = proofBasesOf(arithmetic, election.publicKey);
  const weights = plan.weights ?? [1, 1, 1];
  const codes = weights.map(() => makeVotingCode(random));
  const secrets = codes.map((code) => deriveSecret(code, uuid));
  const rollText = writeRoll(secrets.map((secret, n) => ({ credential: publicCredential(arithmetic, secret), weight: weights[n]! })));
  const ballot: TestBallot = {
    arithmetic,
    election,
    bases,
    trusteesText,
    trustees,
    rollText,
    codes,
    secrets,
    random,
    roll: readRoll(rollText),
    trusteeSecrets: [...singles.map(({ privateKey }) => readPrivateKey(privateKey)), ...(thresholdTrustees?.secrets ?? [])],
    seal: (voter, choices) => sealPaper(election, bases, secrets[voter]!, choices, random).text,
    box: (forged) => new Box(ballot, forged),
  };
  return ballot;
}
