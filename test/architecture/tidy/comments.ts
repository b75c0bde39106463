import ts from 'typescript';
import { at, commentsOf, type Rule, typescriptOf } from './source.js';

/** A promise names its reason: an issue or a record, and what is missing. */
export const promisesHaveReasons: Rule = {
  name: 'no TODO or FIXME without an issue and a reason',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      commentsOf(source)
        .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text) && !/\b(TODO|FIXME)\((#\d+|ADR-\d+)\): \S+ \S+/.test(text))
        .map(({ position, text }) => at(source, position, text)),
    ),
};

/** Code that is not run is kept by git, not by a comment. */
export const noCommentedOutCode: Rule = {
  name: 'no commented-out code',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      commentsOf(source)
        .filter(({ text }) => !text.startsWith('/**'))
        .flatMap(({ position, text }) =>
          linesOf(text)
            .filter(isCode)
            .map((line) => at(source, position, line)),
        ),
    ),
};

const linesOf = (comment: string): readonly string[] =>
  comment
    .replace(/^\/\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\/\/+|\*)/, '').trim());

/** Whether a line would be code without its comment mark: it looks like it and it parses. */
function isCode(line: string): boolean {
  if (!/[;{})]$/.test(line)) return false;
  if (/^[})\];,]+$/.test(line)) return true;
  const isStatement = line.endsWith(';') || line.endsWith('{') || /^(import|export|const|let|return|await|throw)\b/.test(line);
  return isStatement && [line, `${line} }`].some(parses);
}

function parses(line: string): boolean {
  const { diagnostics } = ts.transpileModule(line, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return (diagnostics ?? []).length === 0 && /[=(.[]|^(return|import|export)\b/.test(line);
}
