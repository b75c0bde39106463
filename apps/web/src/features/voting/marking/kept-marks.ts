import type { RunTask } from '../../../shared/sealed/sealing-client.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';

const PREFIX = 'plenum.marks:';
const keyOf = ({ memberId, ballotId }: DeviceRecordId) => `${PREFIX}${memberId}:${ballotId}`;

/**
 * The marks of a paper that is not sealed yet, through a reload, another page, a lapsed sign-in. They lie in the storage of the tab, which
 * ends with it and which no other tab reads, under the member's own name. A browser may put that storage on the disk to restore the tab,
 * so they lie there encrypted, under a key that follows from the secret of the paper: once the paper is cast the secret is forgotten, and
 * whatever a disk still holds cannot be read by anybody. Whoever holds the unlocked phone before that could vote with the secret as well.
 * Erased when the paper is sealed, at a sign-out in any tab, and when somebody else signs in. Never kept of a paper that was taken by a
 * printed code: the next person at that device is somebody else.
 */
export class KeptMarks {
  /** The last writing that was asked for: a slower one before it must not come last. */
  #writing = 0;

  constructor(
    private readonly storage: Storage,
    private readonly ask: RunTask,
    private readonly recordId: DeviceRecordId,
    private readonly secret: string,
  ) {}

  /** The row of marks that was kept; null where there is none that this paper's secret opens. */
  async recall(): Promise<string | null> {
    const hidden = this.storage.getItem(keyOf(this.recordId));
    return hidden === null ? null : (await this.ask('show-marks', { secret: this.secret, hidden })).marks;
  }

  async keep(marks: string): Promise<void> {
    const writing = ++this.#writing;
    const { hidden } = await this.ask('hide-marks', { secret: this.secret, marks });
    if (writing === this.#writing) this.storage.setItem(keyOf(this.recordId), hidden);
  }

  /** The paper is sealed: nothing keeps what was marked. */
  forget(): void {
    this.#writing += 1;
    this.storage.removeItem(keyOf(this.recordId));
  }
}

/** Erases the marks of everybody but this member. */
export function eraseMarks(storage: Storage, butOf: string | null = null): void {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  for (const key of keys) if (key.startsWith(PREFIX) && !(butOf !== null && key.startsWith(`${PREFIX}${butOf}:`))) storage.removeItem(key);
}
