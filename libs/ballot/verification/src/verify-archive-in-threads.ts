import {
  type Arithmetic,
  type ArchiveOptions,
  type ArchiveVerdict,
  concludeArchive,
  marksToCheck,
  openArchive,
} from '@plenum/ballot-crypto';
import { serverArithmetic } from './openssl-arithmetic.js';
import type { PaperPool } from './paper-pool.js';

/** As of `verifyArchive`, with the pool's threads; the arithmetic is that of the calling thread. */
export type ThreadedOptions = Partial<ArchiveOptions>;

/** Made once: OpenSSL takes a tenth of a second to look at the group. Few powers are of a base again: small tables. */
let ownArithmetic: Arithmetic | undefined;

/**
 * Verifies a whole archive with a pool of threads: the same checks and the same answer as `verifyArchive`, since both
 * open and conclude it with the same code.
 */
export async function verifyArchiveInThreads(archive: Uint8Array, pool: PaperPool, options: ThreadedOptions = {}): Promise<ArchiveVerdict> {
  const opened = openArchive(archive, { ...options, arithmetic: options.arithmetic ?? (ownArithmetic ??= serverArithmetic({ bits: 4 })) });
  if (!opened.ok) return opened;
  const papers = opened.board.papers.map(({ content }, index) => {
    const marks = marksToCheck(opened, index);
    return { content, ...(marks && { marks }) };
  });
  const outcomes = await pool.verifyAll(opened.board.setup.election, papers, options);
  return concludeArchive(opened, outcomes);
}
