import { toolVersion, unfitnessOfTool } from '@plenum/ballot-verification';
import type { VerifyIo } from './verify.js';

const FIT = 0;
const UNFIT = 1;
const NOT_RUN = 2;
const SECONDS_MAX = 120; // For one archive of two papers.
const DEFAULT = 'belenios-tool';

/**
 * Tests a foreign verifier before anybody relies on it: it has to accept a good archive and refuse forged ones, several times over.
 * One JSON line on standard output. @returns 0 when it is fit, 1 when it is not, 2 when it cannot be run or the call is not understood
 */
export async function selfTest(argv: readonly string[], { out, err }: VerifyIo): Promise<number> {
  const [program = DEFAULT, ...rest] = argv;
  if (rest.length > 0 || program.startsWith('-')) {
    err('self-test: name the program to test, or nothing for belenios-tool of the PATH');
    return NOT_RUN;
  }
  const { status, output, fault } = await toolVersion(program);
  if (status !== 0) {
    err(`self-test: ${program} cannot be run (${fault ?? `exit ${String(status)}`})`);
    return NOT_RUN;
  }
  const unfitness = await unfitnessOfTool(program, { seconds: SECONDS_MAX });
  out(JSON.stringify({ program, version: output.trim(), fit: unfitness === null, ...unfitness }));
  return unfitness ? UNFIT : FIT;
}
