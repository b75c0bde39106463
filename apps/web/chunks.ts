import { fileURLToPath } from 'node:url';

/** What the bundler tells of its modules; the part that is used here. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly importers: readonly string[] } | null;
}

const PACKAGE = /node_modules[\\/]/;
const OF_REACT = /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/;
const OF_THE_LIBRARY = /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+|dayjs)[\\/]/;
const MESSAGES = /src[\\/]i18n[\\/](zh-CN|en)[\\/]([\w-]+)\.json$/;
const MESSAGES_OF_EVERYBODY = ['common', 'errors', 'sign-in', 'voting'];
const OWN = /src[\\/](app|shared|api|i18n|features[\\/](sign-in|inbox))[\\/]/;
/** The pages that people open on a phone in the hall. The sign-in comes with the first file. */
const EVERYBODY_OPENS = ['src/main.tsx', 'src/features/voting/VotePage.tsx'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** What everybody fetches: whatever those pages import. */
let ofEverybody: ReadonlySet<string> | null = null;

/**
 * The piece that a module is fetched in. What changes seldom stays in the browser's cache when our own code changes; a bad network counts
 * requests as well as bytes; and what a phone does not need to sign in and vote is in no piece that it fetches.
 */
export function chunkOf(id: string, modules: Modules): string | null {
  ofEverybody ??= reachable(EVERYBODY_OPENS, modules);
  const [, locale, namespace = ''] = MESSAGES.exec(id) ?? [];
  if (locale !== undefined) return MESSAGES_OF_EVERYBODY.includes(namespace) ? `words-${locale}` : `words-pages-${locale}`;
  if (PACKAGE.test(id)) {
    if (ofEverybody.has(id)) return OF_REACT.test(id) ? 'react' : 'vendor';
    return isOfTheLibrary(id, modules) ? 'library' : null;
  }
  if (!OWN.test(id)) return null;
  if (ofEverybody.has(id)) return 'shared';
  return /src[\\/]shared[\\/](?!.*worker)/.test(id) ? 'shared-pages' : null;
}

/** What the library imports goes with it: in a piece of ours it would be fetched from there, by a piece that ours itself waits for. */
function isOfTheLibrary(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (OF_THE_LIBRARY.test(id)) return true;
  seen.add(id);
  return (modules.getModuleInfo(id)?.importers ?? []).some(
    (importer) => PACKAGE.test(importer) && !seen.has(importer) && isOfTheLibrary(importer, modules, seen),
  );
}

function reachable(roots: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}
