import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namespaceOf, ofEverybody } from './message-files.js';
import { CHINESE } from './messages.js';

describe('the message files', () => {
  it('are read under the names that the pages use', () => {
    const files = readdirSync(join(__dirname, 'zh-CN'));
    expect(files.map(namespaceOf).sort()).toEqual(Object.keys(CHINESE).sort());
  });

  it('that everybody fetches are all there', () => {
    expect(Object.keys(CHINESE).filter(ofEverybody)).toEqual(['common', 'errors', 'signIn', 'voting']);
  });
});
