import { type ApiClient, ApiRefusal } from '../api-client.js';
import { SECRETARY } from '../sample-people.js';

/** What the past and the present of the sample congress are made with: its people, by whom, and what was made before. */
export interface SampleRun {
  readonly as: (staffNo: string) => ApiClient;
  readonly memberId: (staffNo: string) => string;
  /** Units by their code. */
  readonly unitId: (code: string) => string;
  /** Makes something once: what was made is kept, so that a run that was killed goes on where it was. */
  readonly once: (name: string, make: () => Promise<string>) => Promise<string>;
}

/** A step that a killed run had already taken is refused as a conflict: that is as good as done. */
export async function ignoreConflict(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof ApiRefusal && error.status === 409)) throw error;
  });
}

export const idOf = (made: unknown): string => (made as { id: string }).id;

/** The secretary decides on what stands at an address, unless that is done already. */
export async function decided({ as }: SampleRun, address: string, decision: string, said: object = {}): Promise<void> {
  await ignoreConflict(as(SECRETARY).decide(address, decision, said));
}
