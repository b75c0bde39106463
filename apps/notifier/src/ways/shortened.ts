const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Where a sentence ends: after its mark, in Chinese at once, in English before a space. */
const END_OF_A_SENTENCE = /[。！？；](?=.)|[.!?;](?=\s)/gsu;

/**
 * A text in at most so many bytes of UTF-8: whole where it fits, else up to the end of a sentence where one ends in the second half of what
 * fits, else cut between two characters. What was left out shows as `…`.
 */
export function shortenedTo(text: string, maxBytes: number): string {
  if (bytesOf(text) <= maxBytes) return text;
  const fits = maxBytes - bytesOf('…');
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > fits) break;
    cut += character;
  }
  const ends = [...`${cut} `.matchAll(END_OF_A_SENTENCE)].map(({ index }) => index + 1).filter((end) => end > cut.length / 2);
  return `${cut.slice(0, ends.at(-1) ?? cut.length)}…`;
}
