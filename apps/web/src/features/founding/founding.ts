import { answer, entrance, session } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

type Shapes = components['schemas'];
export type Founded = Shapes['FoundedOrganisationResponse'];

export interface FoundingFields {
  readonly token: string;
  readonly name: string;
  readonly code: string;
  readonly secretaryName: string;
  readonly staffNo: string;
}

/** Founds the house's organisation with its first secretary. Nobody is signed in while it is: a refusal ends no session. */
export function found({ token, name, code, secretaryName, staffNo }: FoundingFields): Promise<Founded> {
  const body = { name, code, level: 1, secretary: { name: secretaryName, staffNo } };
  return answer(entrance.POST('/api/congress/organisations', { body, headers: { 'x-operator-token': token.trim() } }));
}

/** Spends the secretary's code at once: sets the password and opens the session of this tab. */
export async function setFirstPassword(staffNo: string, organisation: string, { signInCode }: Founded, password: string): Promise<void> {
  session.open(await answer(entrance.POST('/api/congress/first-sign-in', { body: { organisation, staffNo, signInCode, password } })));
}
