/** A sleep that can be cut short; a call before the sleep makes it none at all. */
export class InterruptibleSleep {
  private isDue = false;
  private rouse: (() => void) | undefined;

  /** Ends the sleep, or the next one. */
  now(): void {
    this.isDue = true;
    this.rouse?.();
  }

  /** Sleeps until woken, at most this long. */
  async within(ms: number): Promise<void> {
    if (!this.isDue) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.rouse = undefined;
    }
    this.isDue = false;
  }
}
