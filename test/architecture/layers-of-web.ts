import { posix } from 'node:path';
import { importsIn } from './tidy/cycles.js';
import type { Source } from './tidy/source.js';

const SRC = 'apps/web/src/';

/** The layers of the web client, from the ground up: a file imports from its own and from those below it. */
const LAYERS = ['api', 'i18n', 'shared', 'features', 'app', 'main.tsx'];

/** The folders of `shared`, from the ground up: each imports only those before it. */
export const SHARED = [
  'text',
  'encryption',
  'appearance',
  'plain',
  'page',
  'forms',
  'files',
  'kept-text',
  'congress',
  'charts',
  'profiles',
  'proposal',
  'review',
  'similar',
  'commitments',
  'supervision',
  'publication',
  'delegation',
  'requests',
  'reminders',
  'reply-desk',
  'feedback',
  'ballot',
  'sealed',
  'set-up',
] as const;

/** Above this a folder holds more than one capability. Tests are not counted, nor messages, of which each namespace has a file. */
export const FILES_MAX = 18;

interface Location {
  readonly layer: string;
  /** The folder in the layer: of a feature its name, of `shared` the part. */
  readonly folder: string;
}

function locationOf(path: string): Location {
  const [layer = '', folder = ''] = path.slice(SRC.length).split('/');
  return { layer, folder };
}

function faultOf(from: Location, to: Location): string | null {
  const [above, below] = [LAYERS.indexOf(from.layer), LAYERS.indexOf(to.layer)];
  if (above < 0 || below < 0) return 'is in no layer';
  if (above < below) return `${from.layer} imports ${to.layer}`;
  if (from.layer === 'features' && to.layer === 'features' && from.folder !== to.folder) return 'a feature imports another';
  if (from.layer !== 'shared' || to.layer !== 'shared') return null;
  const order: readonly string[] = SHARED;
  const [at, of] = [order.indexOf(from.folder), order.indexOf(to.folder)];
  if (at < 0 || of < 0) return 'is in no declared folder of shared';
  return at < of ? `shared/${from.folder} imports shared/${to.folder}` : null;
}

const webOf = (sources: readonly Source[]): readonly Source[] => sources.filter(({ path }) => path.startsWith(SRC));

/** Imports of the web client that go up, sideways into another feature, or against the order of `shared`. */
export const importsAgainstLayers = (sources: readonly Source[]): readonly string[] =>
  [...importsIn(webOf(sources))].flatMap(([path, imports]) =>
    imports.flatMap((imported) => {
      const fault = faultOf(locationOf(path), locationOf(imported));
      return fault === null ? [] : [`${path} -> ${imported}: ${fault}`];
    }),
  );

/** Folders of the web client that hold too many files. */
export function fullFolders(sources: readonly Source[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { path } of webOf(sources)) {
    const folder = posix.dirname(path);
    if (!/\.spec\.tsx?$/.test(path) && !folder.startsWith(`${SRC}i18n/`)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > FILES_MAX).map(([folder, count]) => `${folder}: ${count} files`);
}
