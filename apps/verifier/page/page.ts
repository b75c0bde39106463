import { ARCHIVE_BYTES_MAX } from '@plenum/ballot-crypto';
import { BUNDLE_BYTES_MAX, isBundle } from '@plenum/ballot-verification/bundle';
import { Crew } from './crew.js';
import { element, list, section } from './elements.js';
import { type Found, verdictView } from './verdict-view.js';
import { filled, type Language, preferred, wordsIn } from './words.js';

const HEAD_HASH = /^[0-9a-f]{64}$/;

let language: Language = preferred(navigator.languages);
let chosen: readonly File[] = [];
let crew: Crew | undefined;
let shown: { readonly found: Found; readonly file: string; readonly seconds: string } | undefined;

/** An element of the page, which has every one of them. */
const part = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;
const words = () => wordsIn(language);
const say = (text: string): void => part('told').replaceChildren(text);

/** Writes every text anew in the language that was chosen; a verdict that stands stays. */
function write(): void {
  const { title, intro, choose, chooseHint, since, sinceHint, start, stop, limits, limit } = words();
  document.documentElement.lang = language;
  document.title = title;
  for (const [id, text] of Object.entries({ title, intro, choose, chooseHint, since: since, sinceHint, start, stop }))
    part(`w-${id}`).textContent = text;
  part('w-language').textContent = language === 'en' ? '中文' : 'English';
  part('w-language').lang = language === 'en' ? 'zh-CN' : 'en';
  part('limits').replaceChildren(section(limits, list(Object.values(limit))));
  if (shown) show();
}

function show(): void {
  if (!shown) return;
  part('limits').hidden = shown.found.verdict.ok;
  part('verdict').replaceChildren(
    verdictView(shown.found, shown.file, words()),
    element('p', { class: 'quiet' }, filled(words().took, { seconds: shown.seconds })),
  );
}

function take(files: readonly File[]): void {
  if (files.length === 0) return;
  chosen = files;
  part('names').textContent = files.map(({ name }) => name).join(', ');
  say('');
}

const isSidecar = ({ name }: File): boolean => /\.(sidecar|log)$/i.test(name);
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** The one file that is checked, or undefined and a word why not. */
function theFile(): File | undefined {
  const files = chosen.filter((file) => !isSidecar(file));
  const [file] = files;
  if (!file) say(words().nothing);
  else if (files.length > 1) say(filled(words().tooMany, { n: files.length }));
  else if (file.size > BUNDLE_BYTES_MAX) say(words().tooLarge);
  else return file;
  return undefined;
}

function progress(done: number, total: number): void {
  const bar = part<HTMLProgressElement>('bar');
  bar.max = total;
  bar.value = done;
  part('count').textContent = filled(words().progress, { done, total });
}

async function check(): Promise<void> {
  const file = theFile();
  const since = part<HTMLInputElement>('since').value.replace(/\s/g, '').toLowerCase();
  if (!file) return;
  if (since !== '' && !HEAD_HASH.test(since)) return say(words().sinceWrong);
  begin();
  const startedAt = performance.now();
  try {
    const found = await verdictOf(file, since);
    if (!found) return say(words().tooLarge);
    shown = { found, file: file.name, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) };
    say('');
    show();
    part('verdict').querySelector<HTMLElement>('.verdict-word')?.focus();
  } catch (error) {
    say(filled(words().fault, { message: error instanceof Error ? error.message : String(error) }));
  } finally {
    end();
  }
}

async function verdictOf(file: File, since: string): Promise<Found | undefined> {
  const crewNow = (crew = new Crew());
  const content = await bytesOf(file);
  if (isBundle(content)) return { kind: 'bundle', verdict: await crewNow.bundle(content, progress) };
  if (content.length > ARCHIVE_BYTES_MAX) return undefined;
  const proofs = chosen.find(isSidecar);
  const verdict = await crewNow.archive(
    { archive: content, ...(proofs && { sidecar: await bytesOf(proofs) }), ...(since !== '' && { since }) },
    progress,
  );
  return { kind: 'archive', verdict };
}

function begin(): void {
  shown = undefined;
  part('verdict').replaceChildren();
  part('limits').hidden = false;
  part('count').textContent = '';
  part<HTMLProgressElement>('bar').removeAttribute('value');
  part('work').hidden = false;
  part<HTMLButtonElement>('w-start').disabled = true;
  say(words().reading);
}

function end(): void {
  crew?.end();
  crew = undefined;
  part('work').hidden = true;
  part<HTMLButtonElement>('w-start').disabled = false;
}

const input = part<HTMLInputElement>('file');
input.addEventListener('change', () => take([...(input.files ?? [])]));
for (const event of ['dragover', 'drop'] as const) {
  document.addEventListener(event, (dragged) => {
    dragged.preventDefault();
    if (event === 'drop') take([...(dragged.dataTransfer?.files ?? [])]);
  });
}
part('w-start').addEventListener('click', () => void check());
part('w-stop').addEventListener('click', () => {
  end();
  say('');
});
part('w-language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  write();
});
write();
