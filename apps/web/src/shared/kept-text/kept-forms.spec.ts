import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = join(__dirname, '..', '..');
const FIELDS_WITHOUT_KEEPING = 2; // Two short answers are typed again sooner than found again.
const MANY = FIELDS_WITHOUT_KEEPING + 1;

/** Forms that are meant to forget, each with its reason. */
const FORGETFUL: Readonly<Record<string, string>> = {
  'features/roster/RosterUpload.tsx': 'A file cannot be kept; it is chosen again.',
  'features/sheets/SheetForm.tsx': 'What is read from a sheet is a vote, and votes lie on no device.',
};

interface FormSource {
  readonly file: string;
  readonly source: string;
}

const sources: readonly FormSource[] = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file: relative(SOURCES, join(SOURCES, file)), source: readFileSync(join(SOURCES, file), 'utf8') }));

const isKept = ({ source }: FormSource) =>
  source.includes('<KeptNote ') && (source.includes('useKeptText(') || source.includes('kept: KeptText'));
const takesSecrets = ({ source }: FormSource) => /Input\.Password|PASSWORD_|<\w*Password|one-time-code|(new|current)-password/.test(source);

const blocksOf = (source: string): readonly string[] => source.match(/<Form[<\s>][\s\S]*?<\/Form>/g) ?? [];

/**
 * How many fields pieces of markup draw: one that is keyed, or named by something that is computed, is drawn as often as its list is long.
 */
const drawnBy = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + (/\bkey=|\bname=\{(?!['"])/.test(piece) ? MANY : 1), 0);

/** Fields without a form around them, whose page gathers itself what is chosen there. */
const gatheredIn = (markup: string): number => drawnBy(markup.match(/<\w+Field\b[^>]*?\bonChange=/gs) ?? []);

/** How many fields stand in some markup, with those that it takes from files of fields beside it. */
function fieldsIn(file: string, markup: string): number {
  const own = drawnBy(markup.match(/<Form\.Item\b[^>]*?\bname=\{?./gs) ?? []) + gatheredIn(markup);
  const parts = [...markup.matchAll(/<(\w+Fields)\b/g)].flatMap(([, name]) =>
    sources.filter((other) => other.file === join(file, '..', `${name}.tsx`)),
  );
  return own + parts.reduce((sum, part) => sum + fieldsIn(part.file, part.source), 0);
}

/** The fields of the longest form of a file. A form alone has the whole file: around a dialog its fields stand after it. */
function fieldsOf({ file, source }: FormSource): number {
  const blocks = blocksOf(source);
  if (blocks.length === 0) return gatheredIn(source);
  return blocks.length === 1 ? fieldsIn(file, source) : Math.max(0, ...blocks.map((block) => fieldsIn(file, block)));
}

describe('forms that people write in', () => {
  const long = sources.filter((form) => fieldsOf(form) > FIELDS_WITHOUT_KEEPING && !takesSecrets(form));

  it('are found', () => {
    expect(long.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        'features/proposals/ProposalForm.tsx',
        'features/unit/ReplyForm.tsx',
        'features/drafting/DraftForm.tsx',
        'features/roster/MemberForm.tsx',
      ]),
    );
  });

  it('are found also where a list draws their fields, or where the page gathers what is chosen', () => {
    expect(long.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        'features/organising/counting/HandsForm.tsx',
        'features/organising/preparing/SchedulePage.tsx',
        'shared/feedback/RatingForm.tsx',
        'features/calendar/CalendarForm.tsx',
      ]),
    );
  });

  it('keep their text when they have more than two fields', () => {
    expect(long.filter((form) => !isKept(form) && FORGETFUL[form.file] === undefined).map(({ file }) => file)).toEqual([]);
  });

  it('forget it once it was sent', () => {
    const kept = sources.filter(({ file, source }) => source.includes('useKeptText(') && file.endsWith('.tsx'));
    expect(kept.filter(({ source }) => !source.includes('kept.forget()')).map(({ file }) => file)).toEqual([]);
  });

  it('never keep passwords and codes', () => {
    expect(sources.filter((form) => takesSecrets(form) && isKept(form)).map(({ file }) => file)).toEqual([]);
  });

  it('are excused only as long as they are there', () => {
    expect(Object.keys(FORGETFUL).filter((file) => !sources.some((form) => form.file === file))).toEqual([]);
  });
});
