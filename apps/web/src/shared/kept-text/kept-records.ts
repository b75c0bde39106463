/** A hidden text as it lies in the storage of the device. When it was kept is told to everybody: what is too old goes, whosever it is. */
interface KeptRecord {
  readonly at: number;
  readonly hidden: string;
}

const PREFIX = 'plenum.kept.';
const VERSION = 'v2'; // Another shape is another version: what an older client kept is not misread, and goes.
const RECORDS_MAX = 200; // Of everybody who writes at this device.
const DAYS_MAX = 90;
const MS_PER_DAY = 86_400_000;

/**
 * Hidden texts in the storage of the device, each under a name that tells nothing. They belong to several people and stay when one signs
 * out.
 */
export class KeptRecords {
  constructor(
    private readonly storage: Storage,
    private readonly now: () => number,
  ) {}

  /** What lies under a name; null where nothing does that can be read. */
  get(name: string): string | null {
    return this.#record(keyOf(name))?.hidden ?? null;
  }

  /**
   * Puts something in place of what was there; where the device is full, the oldest make room, unless all of them are too little. @returns
   * whether the device took it
   */
  put(name: string, hidden: string): boolean {
    const record = JSON.stringify({ at: this.now(), hidden } satisfies KeptRecord);
    const others = this.#newestFirst().filter((key) => key !== keyOf(name));
    const removed: (readonly [key: string, record: string])[] = [];
    for (;;) {
      if (this.#take(keyOf(name), record)) return true;
      const oldest = others.pop();
      if (oldest === undefined) break;
      removed.push([oldest, this.storage.getItem(oldest) ?? '']);
      this.storage.removeItem(oldest);
    }
    for (const [key, before] of removed) this.#take(key, before);
    return false;
  }

  remove(name: string): void {
    try {
      this.storage.removeItem(keyOf(name));
    } catch {
      // A browser that refuses its storage has nothing in it.
    }
  }

  /** Removes what is too old, too much, or of another shape. */
  tidy(): void {
    const newest = this.#newestFirst();
    for (const [nth, key] of newest.entries())
      if (nth >= RECORDS_MAX || this.#at(key) <= this.now() - DAYS_MAX * MS_PER_DAY) this.storage.removeItem(key);
  }

  /** Every key of ours, of any version. */
  #newestFirst(): string[] {
    try {
      const keys = Array.from({ length: this.storage.length }, (_, nth) => this.storage.key(nth) ?? '').filter((key) =>
        key.startsWith(PREFIX),
      );
      return keys.sort((one, other) => this.#at(other) - this.#at(one));
    } catch {
      return [];
    }
  }

  /** When it was kept; what cannot be read is older than everything. */
  #at(key: string): number {
    return key.startsWith(keyOf('')) ? (this.#record(key)?.at ?? 0) : 0;
  }

  #record(key: string): KeptRecord | null {
    try {
      const { at, hidden } = JSON.parse(this.storage.getItem(key) ?? '{}') as Partial<KeptRecord>;
      return typeof at === 'number' && typeof hidden === 'string' ? { at, hidden } : null;
    } catch {
      return null;
    }
  }

  #take(key: string, record: string): boolean {
    try {
      this.storage.setItem(key, record);
      return true;
    } catch {
      return false; // Full, or switched off.
    }
  }
}

const keyOf = (name: string): string => `${PREFIX}${VERSION}:${name}`;
