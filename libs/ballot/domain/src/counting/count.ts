import { MalformedError } from '@plenum/kernel';
import { countAppraisal } from './appraisal.js';
import type { CountingCase } from './case.js';
import { decideElection } from './election.js';
import { checkGates } from './gates.js';
import type { CountedOutcome, Outcome } from './outcome.js';
import { parseCase } from './parse.js';
import { countPoll } from './poll.js';
import { decideResolution } from './resolution.js';

/** Decides a well-formed case: the gates in their order, then by kind. Never throws. */
export function decide(given: CountingCase): CountedOutcome {
  const findings = checkGates(given);
  if (findings.stop) {
    const { status, ...facts } = findings.stop;
    return { kind: given.kind, status, needed: findings.needed, explanation: findings.explanation, ...facts };
  }
  switch (given.kind) {
    case 'resolution':
      return decideResolution(given, findings);
    case 'election':
      return decideElection(given, findings);
    case 'appraisal':
      return countAppraisal(given, findings);
    case 'poll':
      return countPoll(given, findings);
  }
}

/** Counts one case as COUNTING.md fixes it. Takes any JSON value: what is not a case is answered as malformed. */
export function count(value: unknown): Outcome {
  try {
    return decide(parseCase(value));
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const [fault] = error.faults;
    return { status: 'malformed', field: fault?.field ?? '', reason: fault?.reason ?? 'malformed' };
  }
}
