/** The same said twice, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a cell holds: both languages, or a name or figure that needs none. */
export type Cell = Bilingual | string;

export interface Heading {
  readonly kind: 'heading';
  readonly text: Bilingual;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Bilingual;
}

/** Rows under a head; `widths` are shares of the line. */
export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly head: readonly Bilingual[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows high enough for a signature by hand. */
  readonly isForSigning?: boolean;
}

/** Where it is signed, when, and sealed: lines at the right, together on one page. */
export interface Closing {
  readonly kind: 'closing';
  readonly lines: readonly Bilingual[];
}

/** A document before it is written in a format. */
export interface OfficialPaper {
  readonly title: Bilingual;
  /** Who holds the vote, and where. */
  readonly issuer: Bilingual;
  readonly blocks: readonly (Heading | Paragraph | Table | Closing)[];
  /** At the foot of every page: what the fingerprint is of, and the fingerprint. */
  readonly foot: {
    readonly label: Bilingual;
    readonly digest: string;
    readonly pages: { readonly zh: readonly string[]; readonly en: readonly string[] };
  };
  /** When it was signed: the only time that the file bears. */
  readonly at: Date;
}
