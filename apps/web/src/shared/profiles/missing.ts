import type { ProfileView } from '../../api/shapes.js';

/** What somebody did not hand in; null where everything is there. */
export function missingIn({ text, picture }: Pick<ProfileView, 'text' | 'picture'>): 'both' | 'text' | 'picture' | null {
  if (text === null) return picture === null ? 'both' : 'text';
  return picture === null ? 'picture' : null;
}
