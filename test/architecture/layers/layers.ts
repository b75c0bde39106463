import { posix } from 'node:path';
import { importsIn } from '../tidy/cycles.js';
import { isTest, type Source, typescriptOf } from '../tidy/source.js';
import type { ServiceLayers } from './services.js';

/** What is wrong with a service's layers, each as `path what`. */
export type LayerRule = (src: string, layers: ServiceLayers, sources: readonly Source[]) => readonly string[];

const FILES_MAX = 18; // More than fit on a screen, with the folders beside them.
const OWN_SHAPE = /\.(controller|requests|responses)\.ts$/;
const CONFIG = /\.config\.ts$/;

const layersOf = ({ ground, capabilities }: ServiceLayers): readonly string[] => [...ground, ...capabilities];

/** The sources of a service that run in it. */
const ownSources = (src: string, sources: readonly Source[]): readonly Source[] =>
  typescriptOf(sources).filter(({ path }) => path.startsWith(`${src}/`) && !isTest(path));

/** The layer that a file lies in; null for one right below the root, undefined where no layer is. */
function layerOf(src: string, layers: ServiceLayers, path: string): string | null | undefined {
  const place = path.slice(src.length + 1);
  return place.includes('/') ? layersOf(layers).find((layer) => place.startsWith(`${layer}/`)) : null;
}

interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly below: string | null;
  readonly layer: string;
}

/** What leads out of a layer, from file to file. */
function crossingsOf(src: string, layers: ServiceLayers, sources: readonly Source[]): readonly Crossing[] {
  return [...importsIn(ownSources(src, sources))].flatMap(([from, imports]) => {
    const layer = layerOf(src, layers, from);
    if (!layer) return [];
    return imports.flatMap((to) => {
      const below = layerOf(src, layers, to);
      return below === layer || below === undefined ? [] : [{ from, to, layer, below }];
    });
  });
}

/** Every file lies in a layer, or right below the root. */
export const filesHaveLayers: LayerRule = (src, layers, sources) =>
  ownSources(src, sources)
    .filter(({ path }) => layerOf(src, layers, path) === undefined)
    .map(({ path }) => `${path} lies in no layer`);

/** A layer imports only what lies below it; of what lies beside the layers, the config alone. */
export const layersInOrder: LayerRule = (src, layers, sources) =>
  crossingsOf(src, layers, sources)
    .filter(({ layer, below, to }) =>
      below === null ? !CONFIG.test(to) : layersOf(layers).indexOf(below) > layersOf(layers).indexOf(layer),
    )
    .map(({ from, to }) => `${from} imports ${to}, which stands above it`);

/** Controllers, requests and responses of a capability are its own; what several need lies on the ground. */
export const shapesStayAtHome: LayerRule = (src, layers, sources) =>
  crossingsOf(src, layers, sources)
    .filter(({ below, to }) => below !== null && layers.capabilities.includes(below) && OWN_SHAPE.test(to))
    .map(({ from, to }) => `${from} imports ${to}, which is another capability's own`);

/** Each capability is one Nest module, named as its folder. */
export const capabilitiesAreModules: LayerRule = (src, { capabilities }, sources) => {
  const modules = ownSources(src, sources).flatMap(({ path }) => (path.endsWith('.module.ts') ? path : []));
  return capabilities.flatMap((layer) => {
    const wanted = `${src}/${layer}/${posix.basename(layer)}.module.ts`;
    const found = modules.filter((path) => path.startsWith(`${src}/${layer}/`));
    return found.length === 1 && found[0] === wanted ? [] : [`${src}/${layer} has ${found.join(', ') || 'no module'}, not ${wanted}`];
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
