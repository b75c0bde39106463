/** A table of a document; the first column is wide where nothing is said. */
export interface PaperTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a document is made of, whatever it is written as. */
export type PaperBlock =
  | { readonly kind: 'heading' | 'opening' | 'paragraph' | 'closing'; readonly text: string }
  | PaperTable
  /** A form of labelled fields, one to a page. */
  | { readonly kind: 'form'; readonly title: string; readonly rows: readonly FormRow[] };

/** A field of a form; one for a whole text, or for a seal and a signature, stands high however little is in it. */
export type FormRow = readonly [label: string, text: string, room?: 'text' | 'seal'];

/** A document before it is written. */
export interface Paper {
  readonly title: string;
  readonly issuer: string;
  /** Under the title: the session, and the cut-off. */
  readonly under: readonly string[];
  readonly blocks: readonly PaperBlock[];
  /** Around the number of a page. */
  readonly page: readonly [before: string, after: string];
  /** The moment that the file bears: the cut-off, never the clock. */
  readonly at: Date;
}
