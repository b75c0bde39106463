/** Keeps what happened to an aggregate until its repository publishes it. */
export abstract class Recorded<E> {
  private events: E[] = [];

  /** What happened since the last call, oldest first. */
  releaseEvents(): readonly E[] {
    const released = this.events;
    this.events = [];
    return released;
  }

  protected record(event: E): void {
    this.events.push(event);
  }
}
