import { useState } from 'react';
import { session } from '../../api/client.js';
import { keptRecords } from './kept-on-device.js';
import { type KeptTextId, KeptTexts } from './kept-texts.js';
import { KeptText } from './kept-text.js';

interface KeptOptions extends KeptTextId {
  /** The version of the object that the form changes, where it has one. */
  readonly basis?: number;
}

/**
 * Keeps what somebody types into a form on this device until it is sent: through a reload, another page, an expired sign-in, a sign-out.
 * Put `<KeptNote kept={kept} />` into the form, and call `kept.forget()` once the text was sent (after any reset of the form).
 * Never for passwords, codes, keys or votes.
 */
export function useKeptText({ form, about, basis }: KeptOptions): KeptText {
  const [kept] = useState(() => new KeptText(ownTexts(), { form, about }, basis ?? null));
  return kept;
}

/** Whether a text of the person signed in waits to be finished, so that its form is opened again. */
export const hasKeptText = (id: KeptTextId): boolean => ownTexts().read(id) !== null;

function ownTexts(): KeptTexts {
  const { keepingKey } = session;
  if (keepingKey === null) throw new Error('a form that keeps its text stands behind the sign-in');
  return new KeptTexts(keptRecords, keepingKey, () => Date.now());
}
