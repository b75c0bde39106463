import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Access } from '@plenum/ballot-domain';
import { ARCHIVE_BYTES_MAX, type ArchiveVerdict, SIDECAR_BYTES_MAX, type Warning } from '@plenum/ballot-crypto';
import { BUNDLE_BYTES_MAX, isBundle, PaperPool, type PoolOptions, verifyArchiveInThreads } from '@plenum/ballot-verification';
import type { BundleVerdict } from './evidence/verify-bundle.js';

/** Where the command writes; tests pass their own. */
export interface VerifyIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const ALL_ACCEPTED = 0;
const SOME_REFUSED = 1;
const NOT_READ = 2;

/** Fewer papers are verified before anybody wonders. */
const PROGRESS_FROM_PAPERS = 200;
const PROGRESS_STEPS = 20;
const HEAD_HASH = /^[0-9a-f]{64}$/;
const THREADS = /^[0-9]{1,2}$/;

const USAGE =
  'verify: name one or more archives (.bel) or bundles of evidence (.zip); with one archive also --sidecar FILE (the log of outside proofs) and --since FILE|HASH (an earlier snapshot, or its head); --threads N';

const WARNINGS: Readonly<Record<Warning, string>> = {
  'roll-order': 'the credentials are not sorted: their order may be that of the roll of persons',
  'trustees-unbound': 'the trustees did not sign the list of their certificates (an older ceremony): ask them to compare it aloud',
};

interface Asked {
  readonly files: readonly string[];
  readonly sidecar: string | undefined;
  readonly since: string | undefined;
  readonly threads: number | undefined;
}

/** A file that could not be read; the message says which and why. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Verifies archives and bundles of evidence one after the other, one JSON line each on standard output; warnings and progress go to
 * standard error.
 * @returns 0 when all are accepted, 1 when any is refused, 2 when a file cannot be read or the call is not understood
 */
export async function verify(argv: readonly string[], io: VerifyIo, options: PoolOptions = {}): Promise<number> {
  const asked = readCall(argv);
  if (!asked) {
    io.err(USAGE);
    return NOT_READ;
  }
  const pool = new PaperPool({ ...options, ...(asked.threads === undefined ? {} : { threads: asked.threads }) });
  try {
    let status = ALL_ACCEPTED;
    for (const file of asked.files) status = Math.max(status, await verifyFile(file, asked, pool, io));
    return status;
  } finally {
    await pool.close();
  }
}

function readCall(argv: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { sidecar: { type: 'string' }, since: { type: 'string' }, threads: { type: 'string' } },
    });
    const isForOne = values.sidecar !== undefined || values.since !== undefined;
    if (positionals.length === 0 || (isForOne && positionals.length > 1)) return undefined;
    if (values.threads !== undefined && !THREADS.test(values.threads)) return undefined;
    return {
      files: positionals,
      sidecar: values.sidecar,
      since: values.since,
      threads: values.threads === undefined ? undefined : Number(values.threads),
    };
  } catch {
    return undefined;
  }
}

async function verifyFile(file: string, asked: Asked, pool: PaperPool, io: VerifyIo): Promise<number> {
  try {
    const content = await read(file, BUNDLE_BYTES_MAX);
    return content && isBundle(content) ? await verifyEvidence(file, content, pool, io) : await verifyOne(file, content, asked, pool, io);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    io.err(`verify: ${error.message}`);
    return NOT_READ;
  }
}

async function verifyOne(
  file: string,
  content: Uint8Array | undefined,
  { sidecar, since }: Asked,
  pool: PaperPool,
  io: VerifyIo,
): Promise<number> {
  const verdict: ArchiveVerdict =
    content && content.length <= ARCHIVE_BYTES_MAX
      ? await verifyArchiveInThreads(content, pool, {
          ...(sidecar === undefined ? {} : { sidecar: await readWhole(sidecar, SIDECAR_BYTES_MAX) }),
          ...(since === undefined ? {} : { since: HEAD_HASH.test(since) ? since : await readWhole(since, ARCHIVE_BYTES_MAX) }),
          progress: progressOf(file, io),
        })
      : { ok: false, check: 'archive-size', at: '', reason: `more than ${ARCHIVE_BYTES_MAX} bytes` };
  io.out(JSON.stringify(lineOf(file, verdict)));
  if (verdict.ok) for (const warning of verdict.warnings) io.err(`verify: ${file}: ${WARNINGS[warning]}`);
  return verdict.ok ? ALL_ACCEPTED : SOME_REFUSED;
}

/**
 * A bundle brings its own log of outside proofs; it is no snapshot of anything. Who verifies an archive need not load the rules of
 * counting.
 */
async function verifyEvidence(file: string, content: Uint8Array, pool: PaperPool, io: VerifyIo): Promise<number> {
  const { verifyBundle } = await import('./evidence/verify-bundle.js');
  const verdict = await verifyBundle(content, (archive, sidecar) =>
    verifyArchiveInThreads(archive, pool, { ...(sidecar ? { sidecar } : {}), progress: progressOf(file, io) }),
  );
  io.out(JSON.stringify(bundleLineOf(file, verdict)));
  if (verdict.ok) for (const warning of verdict.archive?.warnings ?? []) io.err(`verify: ${file}: ${WARNINGS[warning]}`);
  return verdict.ok ? ALL_ACCEPTED : SOME_REFUSED;
}

/** What is told of one bundle: the fields of an archive where it has one, and what the ballot came to. */
function bundleLineOf(file: string, verdict: BundleVerdict): object {
  if (!verdict.ok) {
    const { check, at, reason } = verdict;
    return { file, ok: false, check, reason: at === '' ? reason : `${at}: ${reason}`, ...NO_ARCHIVE, ballot: null };
  }
  const { ballot, status, archive, access, auditHead } = verdict;
  const { id, title, kind, channel, digest } = ballot;
  const told = archive && {
    fingerprint: archive.fingerprint,
    head: archive.head.hash,
    voters: archive.voters,
    papers: archive.papers,
    counted: archive.counted,
    result: archive.result,
    state: archive.state,
  };
  return {
    file,
    ok: true,
    ...(told ?? NO_ARCHIVE),
    ballot: { id, title, kind, channel, status, digest, signatures: ballot.signatures.length, ...handsIn(access), auditHead },
  };
}

/** How often somebody's hand opened another's account or signed another in; who and whose stands in `access.json`. */
const handsIn = ({ resets, deskSignIns }: Access) => ({
  resets: resets.filter(({ isFirst }) => !isFirst).length,
  firstPasswords: resets.filter(({ isFirst }) => isFirst).length,
  signedInByDesk: deskSignIns.length,
  lateByDesk: deskSignIns.filter(({ late }) => late).length,
});

const NO_ARCHIVE = { fingerprint: null, head: null, voters: null, papers: null, counted: null, result: null, state: null };

/** What is told of one archive; what is not known of a refused one is null. */
function lineOf(file: string, verdict: ArchiveVerdict): object {
  if (!verdict.ok) {
    const { check, at, reason } = verdict;
    return { file, ok: false, check, reason: at === '' ? reason : `${at}: ${reason}`, ...NO_ARCHIVE };
  }
  const { fingerprint, head, voters, papers, counted, result, state } = verdict;
  return { file, ok: true, fingerprint, head: head.hash, voters, papers, counted, result, state };
}

function progressOf(file: string, { err }: VerifyIo): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const step = Math.floor((done * PROGRESS_STEPS) / total);
    if (total < PROGRESS_FROM_PAPERS || step === told) return;
    told = step;
    err(`verify: ${file}: ${done} of ${total} papers`);
  };
}

async function readWhole(file: string, bytesMax: number): Promise<Uint8Array> {
  const content = await read(file, bytesMax);
  if (!content) throw new Unreadable(`${file}: more than ${bytesMax} bytes`);
  return content;
}

/** The content of a file, or undefined when it is larger than anything we verify. */
async function read(file: string, bytesMax: number): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(file)).size > bytesMax) return undefined;
    return await readFile(file);
  } catch (error) {
    throw new Unreadable(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}
