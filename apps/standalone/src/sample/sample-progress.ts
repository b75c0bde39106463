import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How far the loading of the sample has come: what cannot be asked of the doors again, and whether it is done. */
export interface SampleProgress {
  /** The code of the sample organisation. */
  organisation: string;
  /** The code with which its founder signs in first. */
  founderCode?: string;
  isFinished: boolean;
  /** What the run that gives it a past and a present has made, by name. */
  made?: Record<string, string>;
  /** Whether that is done. */
  hasLife?: boolean;
}

/** Progress kept beside the data it speaks of: another database (`DATABASE_URL`) has a file of its own. */
export class ProgressFile {
  private readonly file: string;

  constructor(dataFolder: string, databaseUrl?: string) {
    this.file = path.join(dataFolder, databaseUrl === undefined ? 'sample.json' : `sample.${shortHash(placeOf(databaseUrl))}.json`);
  }

  async read(organisation: string): Promise<SampleProgress> {
    const text = await readFile(this.file, 'utf8').catch(() => undefined);
    return text === undefined ? { organisation, isFinished: false } : (JSON.parse(text) as SampleProgress);
  }

  async write(progress: SampleProgress): Promise<void> {
    const unfinished = `${this.file}.unfinished`;
    await writeFile(unfinished, JSON.stringify(progress, null, 2), { mode: 0o600 });
    await rename(unfinished, this.file);
  }
}

const placeOf = (databaseUrl: string): string => {
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
};

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
