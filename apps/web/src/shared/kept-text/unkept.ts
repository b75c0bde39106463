/** Counts what would be lost if the page were left now: texts that the device did not take. */
export class Unkept {
  #count = 0;

  /** Whether leaving loses something. */
  readonly isAny = (): boolean => this.#count > 0;

  /** Something would be lost. @returns says that it would no longer */
  add(): () => void {
    this.#count += 1;
    return () => {
      this.#count -= 1;
    };
  }
}

export const unkept = new Unkept();
