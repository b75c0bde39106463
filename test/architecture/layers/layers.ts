import { posix } from 'node:path';
import { importsIn } from '../tidy/cycles.js';
import { isTest, type Source, typescriptOf } from '../tidy/source.js';
import type { ServiceLayers } from './services.js';

/** What is wrong with a service's layers, each as `path what`. */
export type LayerRule = (src: string, layers: ServiceLayers, sources: readonly Source[]) => readonly string[];

const FILES_MAX = 18; // More than fit on a screen, with the folders beside them.
const OWN_SHAPE = /\.(controller|requests|responses)\.ts$/;
const CONFIG = /\.config\.ts$/;

const roomsOf = ({ ground, capabilities }: ServiceLayers): readonly string[] => [...ground, ...capabilities];

/** The sources of a service that run in it. */
const ownSources = (src: string, sources: readonly Source[]): readonly Source[] =>
  typescriptOf(sources).filter(({ path }) => path.startsWith(`${src}/`) && !isTest(path));

/** The room that a file lies in; null for one right below the root, undefined where no room is. */
function roomOf(src: string, layers: ServiceLayers, path: string): string | null | undefined {
  const place = path.slice(src.length + 1);
  return place.includes('/') ? roomsOf(layers).find((room) => place.startsWith(`${room}/`)) : null;
}

interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly below: string | null;
  readonly room: string;
}

/** What leads out of a room, from file to file. */
function crossingsOf(src: string, layers: ServiceLayers, sources: readonly Source[]): readonly Crossing[] {
  return [...importsIn(ownSources(src, sources))].flatMap(([from, imports]) => {
    const room = roomOf(src, layers, from);
    if (!room) return [];
    return imports.flatMap((to) => {
      const below = roomOf(src, layers, to);
      return below === room || below === undefined ? [] : [{ from, to, room, below }];
    });
  });
}

/** Every file lies in a room, or right below the root. */
export const filesHaveRooms: LayerRule = (src, layers, sources) =>
  ownSources(src, sources)
    .filter(({ path }) => roomOf(src, layers, path) === undefined)
    .map(({ path }) => `${path} lies in no room`);

/** A room imports only what lies below it; of what lies beside the rooms, the config alone. */
export const layersInOrder: LayerRule = (src, layers, sources) =>
  crossingsOf(src, layers, sources)
    .filter(({ room, below, to }) => (below === null ? !CONFIG.test(to) : roomsOf(layers).indexOf(below) > roomsOf(layers).indexOf(room)))
    .map(({ from, to }) => `${from} imports ${to}, which stands above it`);

/** Controllers, requests and responses of a capability are its own; what several need lies on the ground. */
export const shapesStayAtHome: LayerRule = (src, layers, sources) =>
  crossingsOf(src, layers, sources)
    .filter(({ below, to }) => below !== null && layers.capabilities.includes(below) && OWN_SHAPE.test(to))
    .map(({ from, to }) => `${from} imports ${to}, which is another capability's own`);

/** Each capability is one Nest module, named as its folder. */
export const capabilitiesAreModules: LayerRule = (src, { capabilities }, sources) => {
  const modules = ownSources(src, sources).flatMap(({ path }) => (path.endsWith('.module.ts') ? path : []));
  return capabilities.flatMap((room) => {
    const wanted = `${src}/${room}/${posix.basename(room)}.module.ts`;
    const found = modules.filter((path) => path.startsWith(`${src}/${room}/`));
    return found.length === 1 && found[0] === wanted ? [] : [`${src}/${room} has ${found.join(', ') || 'no module'}, not ${wanted}`];
  });
};

/** Folders that a reader overlooks at once, specs not counted; steps of a schema are history, however many. */
export const foldersAreSmall: LayerRule = (src, _layers, sources) => {
  const sizes = new Map<string, number>();
  for (const { path } of ownSources(src, sources)) sizes.set(posix.dirname(path), (sizes.get(posix.dirname(path)) ?? 0) + 1);
  return [...sizes]
    .filter(([folder, size]) => size > FILES_MAX && !folder.endsWith('/migrations'))
    .map(([folder, size]) => `${folder} has ${size} files`);
};

const MIGRATION = /^export class (\w+?)\d{13} implements MigrationInterface/m;

/** A step of a schema lies in the file of its name, `CallsExtended1700000000330` in `calls-extended.migration.ts`. */
export const migrationsAreNamedAlike: LayerRule = (src, _layers, sources) =>
  ownSources(src, sources).flatMap(({ path, text }) => {
    const [, name] = MIGRATION.exec(text) ?? [];
    if (!name) return path.endsWith('.migration.ts') ? [`${path} holds no step of the schema`] : [];
    const wanted = `${src}/storage/migrations/${name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase()}.migration.ts`;
    return path === wanted ? [] : [`${path} is not ${wanted}`];
  });
