/** How a refusal is meant; HTTP and queues translate it, the domain never speaks of either. */
export type RefusalKind = 'not-found' | 'forbidden' | 'conflict' | 'unprocessable' | 'gone' | 'too-large';

/** Facts that explain a refusal to its reader: ids and figures, never a vote, a password or a token. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A rule said no. Expected, part of the language, made only by named factories.
 * `code` is stable (`'<room>.<kebab>'`), since `instanceof` dies at a process boundary.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly details?: RefusalDetails,
  ) {
    super(code);
  }
}

/** One fault of an input: the field's path and a stable reason. */
export interface FieldFault {
  readonly field: string;
  readonly reason: string;
}

/** Input that is not even well-formed; names every faulty field. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  readonly code = 'malformed';

  constructor(readonly faults: readonly FieldFault[]) {
    super(faults.map(({ field, reason }) => `${field}: ${reason}`).join('; '));
  }
}
