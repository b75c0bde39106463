import { type ApiClient, ApiRefusal } from '../api-client.js';
import { SECRETARY } from '../sample-people.js';

/** Whom the life is told by, and where. */
export interface SampleRun {
  readonly as: (staffNo: string) => ApiClient;
  readonly memberId: (staffNo: string) => string;
  /** Units by their code. */
  readonly unitId: (code: string) => string;
  /** Makes something once: what was made is kept, so that a telling that was killed goes on where it was. */
  readonly once: (name: string, make: () => Promise<string>) => Promise<string>;
}

/** A step that a killed telling had already taken is refused as a conflict: that is as good as done. */
export async function ignoreConflict(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof ApiRefusal && error.status === 409)) throw error;
  });
}

export const idOf = (made: unknown): string => (made as { id: string }).id;

/** What is decided, by the secretary, is decided on the version that is read. */
export async function decided({ as }: SampleRun, address: string, decision: string, said: object = {}): Promise<void> {
  const secretary = as(SECRETARY);
  const { version } = await secretary.get<{ readonly version: number }>(address);
  await ignoreConflict(secretary.post(`${address}/${decision}`, { ...said, version }));
}
