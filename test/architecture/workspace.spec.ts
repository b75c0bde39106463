import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { manifestOf, projects, repositoryRoot } from '../lib/repository.js';
import { ROOMS } from './boundaries/rooms.js';

const root = repositoryRoot();
const roomOf = (tags: readonly string[] = []) => tags.filter((tag) => tag.startsWith('scope:')).map((tag) => tag.slice('scope:'.length));
const all = projects();

/** A value that an ES module of the root exports; read by a Node of its own, since Jest's sandbox imports none. */
function exportOf(file: string, name: string): unknown {
  const script = `import(${JSON.stringify(join(root, file))}).then((it) => process.stdout.write(JSON.stringify(it[${JSON.stringify(name)}])))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

describe('the workspace', () => {
  it('has a project for every room and a room for every project', () => {
    const found = all.map(({ folder, manifest }) => [folder, roomOf(manifest.nx?.tags)]);
    const planned = [...Object.entries(ROOMS).map(([room, { folder }]) => [folder, [room]]), ['test', ['test']]];
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(planned));
  });

  it('names each package after its room', () => {
    const misnamed = all.filter(({ folder, manifest }) => folder !== 'test' && manifest.name !== `@plenum/${roomOf(manifest.nx?.tags)[0]}`);
    expect(misnamed.map(({ folder }) => folder)).toEqual([]);
  });

  it('lints and type-checks every project', () => {
    const unchecked = all.filter(({ manifest }) => !manifest.nx?.targets?.['lint'] || !manifest.nx.targets['typecheck']);
    expect(unchecked.map(({ folder }) => folder)).toEqual([]);
  });

  it('builds what a project stands on before the project', () => {
    const folderOf = new Map(all.map(({ folder, manifest }) => [manifest.name, folder]));
    const apart = all
      .filter(({ folder }) => existsSync(join(root, folder, 'tsconfig.lib.json')))
      .flatMap(({ folder, manifest }) => {
        const { references } = JSON.parse(readFileSync(join(root, folder, 'tsconfig.lib.json'), 'utf8')) as {
          references?: { path: string }[];
        };
        const built = (references ?? []).map(({ path }) => posix.join(folder, path));
        const needed = Object.keys(manifest.dependencies ?? {})
          .filter((name) => folderOf.has(name))
          .map((name) => `${folderOf.get(name)}/tsconfig.lib.json`);
        return needed.filter((path) => !built.includes(path)).map((path) => `${folder} does not refer to ${path}`);
      });
    expect(apart).toEqual([]);
  });

  it('keeps every third-party dependency in the root, pinned', () => {
    const elsewhere = all.flatMap(({ folder, manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter((name) => !name.startsWith('@plenum/'))
        .map((name) => `${folder}: ${name}`),
    );
    const { dependencies, devDependencies } = manifestOf('.');
    const unpinned = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect({ elsewhere, unpinned }).toEqual({ elsewhere: [], unpinned: [] });
  });

  it('knows every project as a scope of commit messages', () => {
    expect(exportOf('commitlint.config.mjs', 'PROJECT_SCOPES')).toEqual(expect.arrayContaining([...Object.keys(ROOMS), 'test']));
  });

  it('fetches packages from whichever registry is configured: the lock names none', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
    const addressed = Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });
});
