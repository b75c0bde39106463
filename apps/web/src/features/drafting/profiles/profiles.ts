import type { ProfileView } from '../../../api/shapes.js';

/** Everybody on the list, with what they handed in so far. */
export const profilesOf = (
  listed: readonly { readonly id: string; readonly label: string }[],
  handedIn: readonly ProfileView[],
): readonly ProfileView[] =>
  listed.map(({ id, label }) => handedIn.find((profile) => profile.id === id) ?? { id, label, text: null, picture: null });

/** The texts that were changed: whoever is not among them keeps theirs. */
export const changedTexts = (
  profiles: readonly ProfileView[],
  typed: Readonly<Record<string, string | undefined>>,
): { id: string; text: string }[] =>
  profiles.flatMap(({ id, text }) => {
    const now = typed[id]?.trim();
    return now === undefined || now === (text ?? '') ? [] : [{ id, text: now }];
  });
