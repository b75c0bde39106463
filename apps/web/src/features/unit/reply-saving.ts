import { isOutdated } from '../../shared/forms/use-outdated.js';
import type { DraftRequest, ReplyDeskView } from '../../shared/reply-desk/reply-desk-queries.js';

/** What is written, without the version that it stands on. */
export type WrittenReply = Omit<DraftRequest, 'version'>;

const PAUSE_MS = 2_000; // After the last key.
const UNSAVED_MAX_MS = 15_000; // Of somebody who writes without a pause.

/** How a draft gets to the server, and how it is read again. */
export interface ReplyDoor {
  save(draft: DraftRequest): Promise<{ readonly version: number }>;
  desk(): Promise<ReplyDeskView>;
}

/** `rival`: somebody else has saved another version meanwhile, and whoever writes here has to choose; nothing is overwritten unasked. */
export type ReplySavingState =
  | { readonly status: 'nothing' | 'saving' | 'waiting' }
  | { readonly status: 'saved'; readonly at: Date }
  | { readonly status: 'rival'; readonly desk: ReplyDeskView }
  | { readonly status: 'refused'; readonly error: unknown };

/** Saves what somebody writes a while after they stop typing, one request at a time, each on the version that the one before left. */
export class ReplySaving {
  #state: ReplySavingState = { status: 'nothing' };
  #stored: string;
  #wanted: WrittenReply;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unsavedSince: number | null = null;
  #sending: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly door: ReplyDoor,
    private version: number,
    stored: WrittenReply,
    private readonly onStored: (reply: WrittenReply, version: number) => void,
  ) {
    this.#stored = JSON.stringify(stored);
    this.#wanted = stored;
  }

  readonly state = (): ReplySavingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Somebody typed. */
  changed(reply: WrittenReply): void {
    this.#wanted = reply;
    if (this.#state.status === 'rival' || !this.#isUnsaved()) return;
    this.#unsavedSince ??= Date.now();
    this.#wait(Math.max(0, Math.min(PAUSE_MS, this.#unsavedSince + UNSAVED_MAX_MS - Date.now())));
  }

  /** Saves now what is not saved. @returns whether the server has all of it */
  async flush(): Promise<boolean> {
    while (this.#sending) await this.#sending;
    this.#wait(null);
    if (this.#state.status === 'rival') return false;
    if (this.#isUnsaved()) {
      this.#sending = this.#send(this.#wanted);
      await this.#sending;
    }
    return !this.#isUnsaved();
  }

  /**
   * Changes the draft otherwise than by its words, which are saved first and go on from the version that comes back. @returns whether it
   * was done: not where the words could not be saved
   */
  async alongside(change: (version: number) => Promise<{ readonly version: number }>): Promise<boolean> {
    if (!(await this.flush())) return false;
    const changing = change(this.version).then(({ version }) => {
      this.version = version;
      this.onStored(JSON.parse(this.#stored) as WrittenReply, version);
    });
    this.#sending = changing
      .catch(() => undefined)
      .finally(() => {
        this.#sending = null;
      });
    await changing;
    return true;
  }

  /** The page is left: saves what was written. */
  readonly leave = (): void => {
    if (this.#isUnsaved()) void this.flush();
  };

  /** What is written here becomes a version after what somebody else wrote; that stays to be read. @returns as {@link flush} */
  keepOwn(desk: ReplyDeskView): Promise<boolean> {
    this.version = desk.version;
    this.#become({ status: 'nothing' });
    return this.flush();
  }

  /** What somebody else wrote takes its place here. */
  takeOther(desk: ReplyDeskView, reply: WrittenReply): void {
    this.version = desk.version;
    this.#stored = JSON.stringify(reply);
    this.#wanted = reply;
    this.#become({ status: 'nothing' });
    this.onStored(reply, desk.version);
  }

  async #send(reply: WrittenReply): Promise<void> {
    this.#become({ status: 'saving' });
    this.#unsavedSince = null;
    try {
      const { version } = await this.door.save({ ...reply, version: this.version });
      this.version = version;
      this.#stored = JSON.stringify(reply);
      this.onStored(reply, version);
      this.#become({ status: 'saved', at: new Date() });
      if (this.#isUnsaved()) this.#wait(PAUSE_MS);
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.#sending = null;
    }
  }

  async #refused(error: unknown): Promise<void> {
    if (error instanceof TypeError) {
      this.#become({ status: 'waiting' });
      return this.#wait(UNSAVED_MAX_MS);
    }
    if (!isOutdated(error)) return this.#become({ status: 'refused', error });
    const desk = await this.door.desk().catch(() => null);
    this.#become(desk ? { status: 'rival', desk } : { status: 'waiting' });
    if (!desk) this.#wait(UNSAVED_MAX_MS);
  }

  #isUnsaved(): boolean {
    return JSON.stringify(this.#wanted) !== this.#stored;
  }

  #wait(ms: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = ms === null ? null : setTimeout(() => void this.flush(), ms);
  }

  #become(state: ReplySavingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
