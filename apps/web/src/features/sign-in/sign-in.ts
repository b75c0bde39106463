import { answer, entrance, session } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';
import type { SignedIn } from '../../api/session.js';

/** The shortest password that the congress service takes. */
export const PASSWORD_LENGTH_MIN = 10;

const ORGANISATION = 'plenum.organisation';

export type SignInForm = components['schemas']['SignInRequest'];
export type FirstSignInForm = components['schemas']['FirstSignInRequest'];

/** The organisation that last signed in on this device; nobody types it every day. */
export const rememberedOrganisation = (): string => localStorage.getItem(ORGANISATION) ?? '';

/** Opens the session of this tab. */
export async function signIn(body: SignInForm): Promise<void> {
  enter(body.organisation, await answer(entrance.POST('/api/congress/sign-in', { body })));
}

/** Sets the first password by the one-time code and opens the session. */
export async function firstSignIn(body: FirstSignInForm): Promise<void> {
  enter(body.organisation, await answer(entrance.POST('/api/congress/first-sign-in', { body })));
}

/** Asks for a one-time code by mail. */
export async function askForCode(body: components['schemas']['ForgottenPasswordRequest']): Promise<void> {
  await answer(entrance.POST('/api/congress/forgotten-password', { body }));
}

function enter(organisation: string | undefined, signedIn: SignedIn): void {
  if (organisation) localStorage.setItem(ORGANISATION, organisation);
  session.open(signedIn);
}
