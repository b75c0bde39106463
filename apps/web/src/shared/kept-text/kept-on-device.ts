import type { Session } from '../../api/session.js';
import { KeptTexts } from './kept-texts.js';

/** The texts on this device. */
export const keptTexts = new KeptTexts(localStorage, () => Date.now());

/** Erases texts as people come and go: those of others when somebody signs in, all when somebody signs out. A sign-in that lapsed leaves its owner's. */
export function eraseAsPeopleChange(session: Pick<Session, 'state' | 'subscribe'>, texts: KeptTexts = keptTexts): () => void {
  return session.subscribe(() => {
    const state = session.state();
    if (state.status === 'signed-in') texts.admit(state.member.id);
    if (state.status === 'signed-out' && state.cause === 'left') texts.eraseAll();
  });
}
