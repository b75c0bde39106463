/** A text that somebody has not sent yet, as it lies on the device. */
export interface KeptEntry {
  readonly values: Readonly<Record<string, unknown>>;
  /** The version of the object that the text started from; null where there was none. */
  readonly basis: number | null;
  readonly savedAt: string;
}

/** Which form, and about which object. */
export interface KeptPlace {
  readonly form: string;
  readonly about: string;
}

const PREFIX = 'plenum.kept.';
const VERSION = 'v1'; // Another shape is another version: what an older client kept is not misread.
const ENTRY_CHARS_MAX = 300_000; // Seven proposals of full length; a device gives a house some five million in all.
const ENTRIES_MAX = 60;
const DAYS_MAX = 90;
const MS_PER_DAY = 86_400_000;

/**
 * Texts in the storage of the device, by person, form and object. Whoever signs in erases those of everybody else; whoever signs out
 * erases all: the next person at the same device finds nothing. An expired sign-in erases nothing, since its owner comes back.
 */
export class KeptTexts {
  constructor(private readonly storage: Storage, private readonly now: () => number) {}

  /** The text of a person at a place; null where there is none that can be read. */
  read(memberId: string, place: KeptPlace): KeptEntry | null {
    const text = this.#try(() => this.storage.getItem(keyOf(memberId, place)));
    return text === null || text === undefined ? null : entryOf(text);
  }

  /** Keeps a text in place of the one before. @returns whether the device took it */
  write(memberId: string, place: KeptPlace, values: KeptEntry['values'], basis: number | null): boolean {
    const text = JSON.stringify({ values, basis, savedAt: new Date(this.now()).toISOString() } satisfies KeptEntry);
    if (text.length > ENTRY_CHARS_MAX) return false;
    return this.#try(() => {
      this.storage.setItem(keyOf(memberId, place), text);
      return true;
    }) ?? false;
  }

  /** Forgets a text that was sent or given up. */
  forget(memberId: string, place: KeptPlace): void {
    this.#try(() => this.storage.removeItem(keyOf(memberId, place)));
  }

  /** Somebody signed in: what others left is erased, and what is too old or too much of their own. */
  admit(memberId: string): void {
    const own: { readonly key: string; readonly at: number }[] = [];
    for (const key of this.#keys()) {
      const entry = key.startsWith(`${PREFIX}${VERSION}:${memberId}:`) ? entryOf(this.storage.getItem(key) ?? '') : null;
      const at = entry === null ? 0 : Date.parse(entry.savedAt);
      if (at > this.now() - DAYS_MAX * MS_PER_DAY) own.push({ key, at });
      else this.storage.removeItem(key);
    }
    for (const { key } of own.sort((a, b) => b.at - a.at).slice(ENTRIES_MAX)) this.storage.removeItem(key);
  }

  /** How many texts of a person are not sent yet. */
  count(memberId: string): number {
    return this.#keys().filter((key) => key.startsWith(`${PREFIX}${VERSION}:${memberId}:`)).length;
  }

  /** Erases the texts of everybody. */
  eraseAll(): void {
    for (const key of this.#keys()) this.storage.removeItem(key);
  }

  #keys(): readonly string[] {
    return this.#try(() => Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? '').filter((key) => key.startsWith(PREFIX))) ?? [];
  }

  /** A browser may refuse its storage: full, or switched off. */
  #try<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      return undefined;
    }
  }
}

const keyOf = (memberId: string, { form, about }: KeptPlace): string => `${PREFIX}${VERSION}:${memberId}:${form}:${about}`;

function entryOf(text: string): KeptEntry | null {
  try {
    const { values, basis, savedAt } = JSON.parse(text) as Partial<KeptEntry>;
    return typeof values === 'object' && values !== null && typeof savedAt === 'string' ? { values, basis: basis ?? null, savedAt } : null;
  } catch {
    return null;
  }
}
