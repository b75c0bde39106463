import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../lib/repository.js';

const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'] as const;
const SHARED = 'libs/shared/service-kit/src/config/service.config.ts';
const COMPOSE = 'docker/compose.yaml';
const LAUNCHER = 'apps/standalone/src/services/service-environment.ts';

/** What operators cannot set there, and why. */
const NOT_PASSED: Readonly<Record<typeof COMPOSE | typeof LAUNCHER, Readonly<Record<string, string>>>> = {
  [COMPOSE]: {
    NOTIFIER_ROBOT_TRIAL_ORIGIN: 'for trials of the launcher alone',
    NOTIFIER_PUSH_TRIAL_ORIGIN: 'for trials of the launcher alone',
  },
  [LAUNCHER]: Object.fromEntries(
    SERVICES.flatMap((service) => [
      [`${service.toUpperCase()}_HOST`, 'the launcher’s own door stands before the services, which are reached from this machine alone'],
      [`${service.toUpperCase()}_TRUSTED_PROXIES`, 'the launcher’s own door stands before the services, on this machine'],
    ]),
  ),
};

const textOf = (path: string): string => readFileSync(join(repositoryRoot(), path), 'utf8');
const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The fields of the class of a config, as its variables are called without the prefix. */
const settingsIn = (path: string): string[] => {
  const text = textOf(path);
  return [...text.slice(text.indexOf('class ')).matchAll(/^ {2}(\w+)[!?]?: /gm)].map(([, field = '']) => snake(field));
};

/** What the composition tells a service, whoever starts it. */
function composed(service: string): string[] {
  const [, block = ''] = new RegExp(`<<: &${service}\\n([\\s\\S]*?)\\n {4}secrets:`).exec(textOf(COMPOSE)) ?? [];
  const migration = new RegExp(`^ +(${service.toUpperCase()}_MIGRATION_DATABASE_URL_FILE):`, 'm').exec(textOf(COMPOSE))?.[1] ?? '';
  return [migration, ...[...block.matchAll(/^ +([A-Z_]+):/gm)].map(([, name = '']) => name)];
}

/** What the launcher tells a service: by `own('…')`, or by the name of the setting in its lists. */
function launched(service: string): string[] {
  const text = textOf(LAUNCHER);
  const [, ofService = ''] = new RegExp(`^ {2}${service}: \\[([\\s\\S]*?)\\]`, 'm').exec(text) ?? [];
  const [, ofAll = ''] = /SETTINGS_OF_ALL = \[([\s\S]*?)\]/.exec(text) ?? [];
  const named = [...`${ofService} ${ofAll}`.matchAll(/'([A-Z_]+)'/g), ...text.matchAll(/own\('([A-Z_]+)'\)/g)];
  const migration = text.includes('_MIGRATION_DATABASE_URL_FILE`') ? ['MIGRATION_DATABASE_URL_FILE'] : [];
  return [...named.map(([, name = '']) => name), ...migration].map((name) => `${service.toUpperCase()}_${name}`);
}

describe.each(SERVICES)('the settings of %s', (service) => {
  const settings = [...settingsIn(SHARED), ...settingsIn(`apps/${service}/src/${service}.config.ts`)].map(
    (setting) => `${service.toUpperCase()}_${setting}`,
  );

  it('are found where they are declared', () => {
    expect(settings).toEqual(expect.arrayContaining([`${service.toUpperCase()}_DATABASE_URL`, `${service.toUpperCase()}_LOG_LEVEL`]));
  });

  it.each([
    [COMPOSE, composed],
    [LAUNCHER, launched],
  ] as const)('can each be set through %s, from a file or as they are, or stand on the list with their reason', (path, passedBy) => {
    const passed = passedBy(service);
    const isPassed = (name: string) => passed.includes(name) || passed.includes(`${name}_FILE`);
    const missing = settings.filter((name) => !isPassed(name) && NOT_PASSED[path][name] === undefined);
    expect(missing).toEqual([]);
    const known = [...settings, ...settings.map((name) => `${name}_FILE`)];
    expect(passed.filter((name) => path === COMPOSE && !known.includes(name))).toEqual([]);
    expect(Object.keys(NOT_PASSED[path]).filter((name) => settings.includes(name) && isPassed(name))).toEqual([]);
  });
});

it('there is no other service', () => {
  const apps = readdirSync(join(repositoryRoot(), 'apps'), { withFileTypes: true }).map(({ name }) => name);
  const configured = apps.filter((app) => {
    try {
      return textOf(`apps/${app}/src/${app}.config.ts`).includes('extends ServiceConfig');
    } catch {
      return false;
    }
  });
  expect(configured.sort()).toEqual([...SERVICES].sort());
});
