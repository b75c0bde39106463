import { charactersOf } from '../../../shared/text/characters.js';
import { CHARACTERS_MAX, type ProposalContent } from './proposal-content.js';

const PAUSE_MS = 2_000; // After the last key.
const UNSAVED_MAX_MS = 15_000; // Of somebody who writes without a pause.
const RETRY_MS = 5_000;

/** A draft on the server, as it was last read or written. */
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
}

/** How a draft gets to the server. */
export interface DraftDoor {
  create(content: ProposalContent): Promise<SavedDraft>;
  revise(draft: SavedDraft, content: ProposalContent): Promise<SavedDraft>;
  /** Whether the same may go well in a while: a lost network, a service that restarts. */
  isPassing(error: unknown): boolean;
  now(): Date;
}

/** `waiting`: the server is not reached, and is tried again; `stopped`: it refuses, and somebody has to choose. */
export type SavingState =
  | { readonly status: 'nothing' | 'saving' | 'waiting' }
  | { readonly status: 'saved'; readonly at: Date }
  | { readonly status: 'stopped'; readonly error: unknown };

interface Opened {
  readonly draft: SavedDraft | null;
  /** What the server has of it. */
  readonly content: ProposalContent;
}

/**
 * Saves what somebody writes a while after they stop typing, one request at a time, each on the version that the one before left. The first
 * makes the draft. What a lost network held up is sent when it is back; what the server refuses is never overwritten unasked.
 */
export class DraftSaving {
  #state: SavingState = { status: 'nothing' };
  #draft: SavedDraft | null;
  #stored: ProposalContent;
  #wanted: ProposalContent;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unsavedSince: number | null = null;
  #sending: Promise<void> | null = null;
  #isOver = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly door: DraftDoor,
    { draft, content }: Opened,
    /** Told after each save, of what was saved. */
    private readonly onStored: (content: ProposalContent, draft: SavedDraft) => void,
  ) {
    this.#draft = draft;
    this.#stored = content;
    this.#wanted = content;
  }

  readonly state = (): SavingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft on the server; null before the first save. */
  get draft(): SavedDraft | null {
    return this.#draft;
  }

  /** What the form says now. */
  readonly wanted = (): ProposalContent => this.#wanted;

  /** Somebody typed. */
  changed(content: ProposalContent): void {
    this.#wanted = content;
    this.#tell();
    if (this.#isOver || this.#state.status === 'stopped') return;
    if (!this.#isUnsaved()) return this.#wait(null);
    this.#unsavedSince ??= Date.now();
    this.#wait(Math.max(0, Math.min(PAUSE_MS, this.#unsavedSince + UNSAVED_MAX_MS - Date.now())));
  }

  /** Saves now what is not saved. @returns whether the server has all of it */
  async flush(): Promise<boolean> {
    // Several may wait for the one on its way: the first of them sends, the others wait again.
    while (this.#sending) await this.#sending;
    this.#wait(null);
    if (this.#isOver || this.#state.status === 'stopped') return false;
    if (this.#isUnsaved() || this.#draft === null) {
      this.#sending = this.#send(this.#wanted);
      await this.#sending;
    }
    return !this.#isUnsaved() && this.#draft !== null;
  }

  /** The page is left, perhaps for good: saves what was written, and makes no draft of nothing. */
  readonly leave = (): void => {
    if (this.#isUnsaved()) void this.flush();
  };

  /** The network may be back. */
  readonly retry = (): void => {
    if (this.#state.status === 'waiting') void this.flush();
  };

  /** Goes on after a refusal on what the server has now; null makes another draft of the text. @returns as {@link flush} */
  goOn(opened: Opened | null): Promise<boolean> {
    this.#draft = opened?.draft ?? null;
    if (opened) this.#stored = opened.content;
    this.#become({ status: 'nothing' });
    return this.flush();
  }

  /** The text is given up, or sent by other means: nothing more is saved. */
  end(): void {
    this.#isOver = true;
    this.#wait(null);
  }

  async #send(content: ProposalContent): Promise<void> {
    this.#become({ status: 'saving' });
    this.#unsavedSince = null;
    try {
      const saved = this.#draft === null ? await this.door.create(content) : await this.door.revise(this.#draft, content);
      this.#draft = saved;
      this.#stored = content;
      this.#become({ status: 'saved', at: this.door.now() });
      this.onStored(content, saved);
      if (this.#isUnsaved()) this.#wait(PAUSE_MS);
    } catch (error) {
      const isPassing = this.door.isPassing(error);
      this.#become(isPassing ? { status: 'waiting' } : { status: 'stopped', error });
      if (isPassing) this.#wait(RETRY_MS);
    } finally {
      this.#sending = null;
    }
  }

  #isUnsaved(): boolean {
    return !isSameContent(this.#wanted, this.#stored);
  }

  #wait(ms: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = ms === null || this.#isOver ? null : setTimeout(() => void this.flush(), ms);
  }

  #become(state: SavingState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What a form says, with an empty text for every part that nobody touched. */
export const writtenIn = ({ subject, grounds, measures, category, suggestedUnitId }: Partial<ProposalContent>): ProposalContent => ({
  subject: subject ?? '',
  grounds: grounds ?? '',
  measures: measures ?? '',
  category: category ?? '',
  suggestedUnitId: suggestedUnitId ?? null,
});

/** Whether every part is short enough to be saved; the form says by how much one is not. */
export const fits = (content: ProposalContent): boolean =>
  Object.entries(CHARACTERS_MAX).every(([part, max]) => charactersOf(content[part as keyof typeof CHARACTERS_MAX] ?? '') <= max);

const isSameContent = (one: ProposalContent, other: ProposalContent): boolean =>
  JSON.stringify(writtenIn(one)) === JSON.stringify(writtenIn(other));
