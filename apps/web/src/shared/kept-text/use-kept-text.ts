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
export function useKeptText(options: KeptOptions): KeptText {
  const [kept] = useState(() => keptTextOf(options));
  return kept;
}

/** The same for a form that goes on to be about something else, a draft that has just got its id, say. */
export const keptTextOf = ({ form, about, basis }: KeptOptions): KeptText => new KeptText(ownTexts(), { form, about }, basis ?? null);

/** Whether a text of the person signed in waits to be finished, so that its form is opened again. */
export const hasKeptText = (id: KeptTextId): boolean => ownTexts().read(id) !== null;

/** The texts of whoever is signed in, for what no form shows: a request of which nobody knows whether it arrived. */
export function ownTexts(): KeptTexts {
  const { keepingKey } = session;
  if (keepingKey === null) throw new Error('a form that keeps its text stands behind the sign-in');
  return new KeptTexts(keptRecords, keepingKey, () => Date.now());
}
