import {
  domainClassesHaveSpecs,
  noAny,
  noBarrels,
  noDayOfUtc,
  noForwardRef,
  noSkippedTests,
  pagesAreAwaited,
  suppressionsSayWhy,
} from './tidy/code.js';
import { noCommentedOutCode, promisesHaveReasons } from './tidy/comments.js';
import { noFileCycles, noFolderCycles } from './tidy/cycles.js';
import { bannedWords, exportsNamedOnce, shapesNamedOnce, suffixes, suffixesInUse } from './tidy/names.js';
import { repositorySources, type Rule, typescriptOf } from './tidy/source.js';
import { chineseInMessagesOnly, functionLengths, lengths, noMachines, widths } from './tidy/texts.js';

const RULES: readonly Rule[] = [
  suffixes,
  suffixesInUse,
  bannedWords,
  shapesNamedOnce,
  exportsNamedOnce,
  noAny,
  noForwardRef,
  suppressionsSayWhy,
  noSkippedTests,
  noDayOfUtc,
  pagesAreAwaited,
  noBarrels,
  domainClassesHaveSpecs,
  promisesHaveReasons,
  noCommentedOutCode,
  noFileCycles,
  noFolderCycles,
  chineseInMessagesOnly,
  noMachines,
  lengths,
  widths,
  functionLengths,
];

describe('the repository is tidy', () => {
  const sources = repositorySources();

  it('has sources to look at', () => {
    expect(typescriptOf(sources).length).toBeGreaterThan(100);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, { find }) => {
    expect(find(sources)).toEqual([]);
  });
});
