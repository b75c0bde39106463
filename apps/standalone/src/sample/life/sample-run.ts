import { type ApiClient, ignoreConflict } from '../api-client.js';
import { SECRETARY } from '../sample-people.js';

/** What the past and the present of the sample congress are made with: its people, by whom, and what was made before. */
export interface SampleRun {
  readonly as: (staffNo: string) => ApiClient;
  readonly memberId: (staffNo: string) => string;
  /** Of everybody. */
  readonly password: string;
  /** Units by their code. */
  readonly unitId: (code: string) => string;
  /** Makes something once: what was made is kept, so that a run that was killed goes on where it was. */
  readonly once: (name: string, make: () => Promise<string>) => Promise<string>;
}

export const idOf = (made: unknown): string => (made as { id: string }).id;

/** The secretary decides on what stands at an address, unless that is done already. */
export async function decided({ as }: SampleRun, address: string, decision: string, said: object = {}): Promise<void> {
  await ignoreConflict(as(SECRETARY).decide(address, decision, said));
}
