import { readFile } from 'node:fs/promises';
import { count as countCase } from '@plenum/ballot-domain';
import type { Outcome } from '@plenum/ballot-domain';
import { casesOf } from './count.cases.js';
import type { ReadCase } from './count.cases.js';

/** Where the command reads standard input and writes its lines; tests pass their own. */
export interface CountIo {
  readonly stdin: () => Promise<string>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Every case is well-formed, whatever its outcome. */
const WELL_FORMED = 0;
/** A case is malformed, or a file cannot be read. */
const MALFORMED = 2;

/** Counts the cases of each file in order (`-` is standard input), one JSON line per case; gives the exit status. */
export async function count(argv: readonly string[], io: CountIo): Promise<number> {
  if (argv.length === 0) {
    io.err('count: name one or more files with counting cases, or - for standard input');
    return MALFORMED;
  }
  let status = WELL_FORMED;
  for (const file of argv) status = Math.max(status, await countFile(file, io));
  return status;
}

async function countFile(file: string, io: CountIo): Promise<number> {
  const complain = (what: string) => io.err(`count: ${file === '-' ? 'standard input' : file}: ${what}`);
  let cases: readonly ReadCase[];
  try {
    cases = casesOf(file === '-' ? await io.stdin() : await readFile(file, 'utf8'));
  } catch (error) {
    complain(`cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
    return MALFORMED;
  }
  if (cases.length === 0) complain('no case in it');
  let status = cases.length === 0 ? MALFORMED : WELL_FORMED;
  for (const given of cases) {
    if ('fault' in given) complain(given.fault);
    const outcome = answerTo(given);
    if (outcome.status === 'malformed') status = MALFORMED;
    io.out(JSON.stringify(outcome));
  }
  return status;
}

const answerTo = (given: ReadCase): Outcome =>
  'fault' in given ? { status: 'malformed', field: '', reason: 'not-json' } : countCase(given.value);
