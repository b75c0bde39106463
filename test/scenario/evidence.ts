import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../lib/api-client.js';
import { repositoryRoot } from '../lib/repository.js';

/** What the offline verifier says of a ballot's evidence. */
export interface Verified {
  readonly ok: boolean;
  readonly state: string | null;
  readonly ballot: { readonly channel: string; readonly status: string; readonly signatures: number };
}

/** An officer takes the evidence of a ballot home, and the command line of the verifier checks it there. @throws when it is refused */
export async function verifiedAtHome(officer: Person, ballot: string): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-evidence-'));
  try {
    const file = join(folder, 'evidence.zip');
    writeFileSync(file, await officer.download(`${ballot}/evidence`));
    return JSON.parse(
      execFileSync(process.execPath, [join(repositoryRoot(), 'apps/verifier/dist/main.js'), 'verify', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as Verified;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
