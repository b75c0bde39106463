import { unzipSync } from 'fflate';

/** The words of a Word file, a paragraph a line: its pages and their feet. */
export function textOfDocx(file: Uint8Array): string {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /^word\/(document|footer\d+)\.xml$/.test(name));
  return parts
    .map(([, xml]) =>
      Buffer.from(xml)
        .toString('utf8')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&amp;/g, '&'),
    )
    .join('\n');
}
