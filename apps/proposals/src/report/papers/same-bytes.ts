import { unzipSync, zipSync } from 'fflate';

const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const CORE = 'docProps/core.xml';
const EPOCH = new Date(1980, 0, 1); // The first day that a zip file can name.

/** Writes a file of the office formats anew with nothing in it of when it was made: it bears the given moment and no other. */
export function datedBy(file: Uint8Array, at: Date): Buffer {
  const parts = unzipSync(file);
  const core = parts[CORE];
  const dated = core
    ? {
        ...parts,
        [CORE]: Buffer.from(
          Buffer.from(core)
            .toString('utf8')
            .replace(DATES, `$1${instant(at)}`),
        ),
      }
    : parts;
  const entries = Object.entries(dated).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(entries.map(([name, content]) => [name, [content, { mtime: EPOCH, level: 9 }]])), {}));
}

const instant = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
