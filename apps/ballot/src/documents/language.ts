import type { Bilingual, Cell, OfficialPaper } from './official-paper.js';

/** In what a document may be: one language, or both, line by line. */
export const DOCUMENT_LANGUAGES = ['zh', 'en', 'both'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** The document in the language that is asked for: what is said in one stands alone. A name that has no English stays as it is. */
export function inLanguage(paper: OfficialPaper, language: DocumentLanguage): OfficialPaper {
  if (language === 'both') return paper;
  const said = ({ zh, en }: Bilingual): Bilingual => ({ zh: language === 'zh' || en === '' ? zh : en, en: '' });
  const cell = (content: Cell): Cell => (typeof content === 'string' ? content : said(content));
  const { foot } = paper;
  return {
    ...paper,
    title: said(paper.title),
    issuer: said(paper.issuer),
    blocks: paper.blocks.map((block) => {
      switch (block.kind) {
        case 'table':
          return { ...block, head: block.head.map(said), rows: block.rows.map((row) => row.map(cell)) };
        case 'closing':
          return { ...block, lines: block.lines.map(said) };
        default:
          return { ...block, text: said(block.text) };
      }
    }),
    foot: { ...foot, label: said(foot.label), pages: { zh: foot.pages[language], en: [] } },
  };
}
