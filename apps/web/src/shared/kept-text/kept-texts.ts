import { blindedName, encryptText, decryptText } from '../encryption/encrypted-text.js';
import type { KeptRecords } from './kept-records.js';

/** A text that somebody has not sent yet. */
export interface KeptEntry {
  readonly values: Readonly<Record<string, unknown>>;
  /** The version of the object that the text started from; null where there was none. */
  readonly basis: number | null;
  readonly savedAt: string;
}

/** Which form, and about which object. */
export interface KeptTextId {
  readonly form: string;
  readonly about: string;
}

// Seven proposals of full length; hidden it takes up to four times that, and a device gives a house some five million in all.
const ENTRY_CHARS_MAX = 300_000;

/**
 * The texts of one person on this device, by form and object. They lie there hidden under the person's keeping key, which the server gives
 * to nobody else, and under names that follow from it: they stay through a sign-out, and the next person at the same device finds
 * neither a word of them, nor whose they are, nor what they are about.
 */
export class KeptTexts {
  constructor(
    private readonly records: KeptRecords,
    private readonly keepingKey: string,
    private readonly now: () => number,
  ) {}

  /** The text at a place; null where there is none that can be read. */
  read(id: KeptTextId): KeptEntry | null {
    const hidden = this.records.get(this.#nameOf(id));
    const text = hidden === null ? null : decryptText(hidden, this.#keyOf(id));
    return text === null ? null : entryOf(text);
  }

  /** Keeps a text in place of the one before. @returns whether the device took it */
  write(id: KeptTextId, values: KeptEntry['values'], basis: number | null): boolean {
    const text = JSON.stringify({ values, basis, savedAt: new Date(this.now()).toISOString() } satisfies KeptEntry);
    return text.length <= ENTRY_CHARS_MAX && this.records.put(this.#nameOf(id), encryptText(text, this.#keyOf(id)));
  }

  /** Forgets a text that was sent or given up. */
  forget(id: KeptTextId): void {
    this.records.remove(this.#nameOf(id));
  }

  // By place, so that a text that somebody moved to another form is not taken for one that was written there.
  #keyOf({ form, about }: KeptTextId) {
    return { secret: this.keepingKey, purpose: `plenum-kept-text|${form}|${about}` };
  }

  #nameOf({ form, about }: KeptTextId): string {
    return blindedName({ secret: this.keepingKey, purpose: `plenum-kept-name|${form}|${about}` });
  }
}

function entryOf(text: string): KeptEntry | null {
  try {
    const { values, basis, savedAt } = JSON.parse(text) as Partial<KeptEntry>;
    return typeof values === 'object' && values !== null && typeof savedAt === 'string' ? { values, basis: basis ?? null, savedAt } : null;
  } catch {
    return null;
  }
}
