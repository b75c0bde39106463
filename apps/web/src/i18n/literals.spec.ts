import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Attributes whose text people see or hear. */
const SPOKEN = ['title', 'label', 'placeholder', 'alt', 'aria-label', 'description', 'extra', 'okText', 'cancelText', 'summary'];
const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;

/** Texts for people that stand in the code of a component, where no translator finds them. */
function literalsIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      const given = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      if (given && ts.isStringLiteralLike(given) && LETTER.test(given.text)) found.push(given.text);
    }
    if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && HAN.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('component.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const SRC = join(__dirname, '..');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.(spec|d)\.ts$/.test(path),
);

describe('components', () => {
  it('are found at all', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(sources)('%s holds no text for people', (path) => {
    expect(literalsIn(readFileSync(join(SRC, path), 'utf8'))).toEqual([]);
  });

  it('would be caught with texts of their own', () => {
    const inline = `const Page = () => <p title="Home" className="quiet">Welcome {name}<b>{t('x')}</b></p>;`;
    expect(literalsIn(inline)).toEqual(['Home', 'Welcome']);
    expect(literalsIn(`const label = '${String.fromCodePoint(0x63d0, 0x6848)}';`)).toHaveLength(1);
    expect(literalsIn(`const Row = () => <Input placeholder={'Search'} />;`)).toEqual(['Search']);
    expect(literalsIn(`const Row = () => <Input placeholder={t('search')} className="row" />;`)).toEqual([]);
  });
});
