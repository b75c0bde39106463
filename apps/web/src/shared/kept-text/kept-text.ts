import { comparable, fromPlain, toPlain } from './form-values.js';
import type { KeptEntry, KeptTextId, KeptTexts } from './kept-texts.js';

const SAVE_AFTER_MS = 500; // A pause between two words.

type Values = Readonly<Record<string, unknown>>;

/** `unkept`: there is something to lose, and the device did not take it. */
export type KeptState =
  { readonly status: 'nothing' } | { readonly status: 'kept' | 'restored'; readonly savedAt: string } | { readonly status: 'unkept' };

/** The form whose text is kept. */
export interface KeptForm {
  values(): Values;
  fill(values: Values): void;
}

/**
 * Keeps the text of one form while it is on screen, for whoever was signed in when it was opened: also what they typed last before they
 * signed out.
 */
export class KeptText {
  #state: KeptState = { status: 'nothing' };
  #form: KeptForm | null = null;
  /** What the form said before anybody typed. */
  #original: Values | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #basis: number | null;
  /** The version that the form itself shows. */
  #shown: number | null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly texts: KeptTexts,
    private readonly id: KeptTextId,
    basis: number | null,
  ) {
    this.#basis = texts.read(id)?.basis ?? basis;
    this.#shown = basis;
  }

  readonly state = (): KeptState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The version of the object that this text started from. It stays while others change the object. */
  get basis(): number | null {
    return this.#basis;
  }

  /** The form is on screen: whatever was kept for it comes back. */
  attach(form: KeptForm): void {
    this.#form = form;
    this.#original ??= toPlain(form.values());
    const entry = this.texts.read(this.id);
    if (entry === null) return;
    form.fill(fromPlain(entry.values));
    this.#become({ status: 'restored', savedAt: entry.savedAt });
  }

  /** The form leaves the screen; what was typed last is kept. */
  detach(): void {
    this.flush();
    this.#form = null;
  }

  /** Somebody typed, or a value was set: it is kept after a pause. */
  changed(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** Keeps what the form says now, if that is anything new. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#form === null || this.#original === null) return;
    const values = toPlain(this.#form.values());
    if (comparable(values) === comparable(this.#original)) return this.#nothingLeft();
    const before = this.texts.read(this.id);
    if (before && isSame(before, values)) return;
    const isKept = this.texts.write(this.id, values, this.#basis);
    this.#become(isKept ? { status: 'kept', savedAt: this.texts.read(this.id)?.savedAt ?? '' } : { status: 'unkept' });
  }

  /** The text was sent: what the form says now is nothing to keep. */
  forget(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#form) this.#original = toPlain(this.#form.values());
    this.#nothingLeft();
  }

  /** These values were sent and are safe elsewhere: only what the form says beyond them is kept. */
  stored(values: Values): void {
    this.#original = toPlain(values);
    if (this.#form) return this.flush();
    const entry = this.texts.read(this.id);
    if (entry && comparable(entry.values) === comparable(this.#original)) this.#nothingLeft();
  }

  /** The text is given up: the form says again what it said at first, and stands on the version that this was. */
  discard(): void {
    this.#basis = this.#shown;
    if (this.#form && this.#original) {
      const blank = Object.fromEntries(Object.keys(this.#form.values()).map((name) => [name, undefined]));
      this.#form.fill({ ...blank, ...fromPlain(this.#original) });
    }
    this.#nothingLeft();
  }

  /** The text was laid over a newer version of the object. */
  rebase(basis: number): void {
    this.#basis = basis;
    this.#shown = basis;
    if (this.#form && this.texts.read(this.id)) this.texts.write(this.id, toPlain(this.#form.values()), basis);
  }

  #nothingLeft(): void {
    this.texts.forget(this.id);
    this.#become({ status: 'nothing' });
  }

  #become(state: KeptState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const isSame = (entry: KeptEntry, values: Values): boolean => JSON.stringify(entry.values) === JSON.stringify(values);
