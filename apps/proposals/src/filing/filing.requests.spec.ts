import { randomUUID } from 'node:crypto';
import { validateSync } from 'class-validator';
import { DraftRequest, RevisionRequest } from './filing.requests.js';

const faultsOf = (request: object): readonly string[] =>
  validateSync(request).flatMap(({ property, constraints }) => Object.keys(constraints ?? {}).map((reason) => `${property} ${reason}`));
const draft = (subject: string) =>
  faultsOf(Object.assign(new DraftRequest(), { callId: randomUUID(), subject, category: '', grounds: '', measures: '' })).filter((fault) =>
    fault.startsWith('subject'),
  );

describe('the subject of a proposal', () => {
  it('is a line of any writing', () => {
    expect(draft('更换一楼的饮水机 (第二次) 𬱖')).toEqual([]);
  });

  it('may be empty while it is a draft', () => {
    expect(draft('')).toEqual([]);
  });

  it.each(['Fans\r\nhttps://evil.example', 'Fans\nmore', 'Fans\u2028more', 'Fans\tmore', 'Fans\0'])('is one line: %j', (subject) => {
    expect(draft(subject)).toEqual(['subject matches']);
    expect(faultsOf(Object.assign(new RevisionRequest(), { subject })).filter((fault) => fault.startsWith('subject'))).toEqual([
      'subject matches',
    ]);
  });
});
