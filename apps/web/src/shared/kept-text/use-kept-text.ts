import { useState } from 'react';
import { session } from '../../api/client.js';
import { keptTexts } from './kept-on-device.js';
import type { KeptPlace } from './kept-texts.js';
import { KeptText } from './kept-text.js';

interface KeptOptions extends KeptPlace {
  /** The version of the object that the form changes, where it has one. */
  readonly basis?: number;
}

/**
 * Keeps what somebody types into a form on this device until it is sent: through a reload, another page, an expired sign-in. Put
 * `<KeptNote kept={kept} />` into the form, and call `kept.forget()` once the text was sent (after any reset of the form).
 * Never for passwords, codes, keys or votes.
 */
export function useKeptText({ form, about, basis }: KeptOptions): KeptText {
  const [kept] = useState(() => {
    const owner = memberIdNow();
    const isStillOurs = () => {
      const state = session.state();
      return state.status === 'signed-in' && state.member.id === owner;
    };
    return new KeptText(keptTexts, owner, { form, about }, basis ?? null, isStillOurs);
  });
  return kept;
}

/** Whether a text of the person signed in waits to be finished, so that its form is opened again. */
export const hasKeptText = (place: KeptPlace): boolean => keptTexts.read(memberIdNow(), place) !== null;

function memberIdNow(): string {
  const state = session.state();
  return state.status === 'signed-in' ? state.member.id : '';
}
