import { ATTACHMENT_LIMITS, type Attachment } from '../vocabulary/attachment.js';
import { attach, attachmentName, detach } from './attaching.js';
import { secondersOf, toConfirmOf } from '../proposal/proposal.js';
import { aProposal, inState, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD, SECONDERS } from '../testing/people.js';

const file = (sha256: string): Attachment => ({ id: sha256, name: `${sha256}.pdf`, kind: 'pdf', bytes: 1, sha256 });
const refused = (code: string) => expect.objectContaining({ code });
const ONE = { present: [], file: file('a') };

describe('a file of a text', () => {
  it('is a part of what is signed: added or taken away, who signed is asked again', () => {
    for (const { proposal, events } of [attach(inState.SECONDING(), LEAD, ONE, when()), detach(inState.SECONDING(), LEAD, when())]) {
      expect([secondersOf(proposal), toConfirmOf(proposal), proposal.text.number]).toEqual([[], ['ding', 'wu', 'zhao'], 2]);
      expect(events).toEqual([{ type: 'ProposalRevised' }, { type: 'TextChanged', toConfirm: ['ding', 'wu', 'zhao'] }]);
    }
  });

  it('changes a draft and tells nobody', () => {
    const { proposal, events } = attach(aProposal().proposal(), LEAD, ONE, when());
    expect([proposal.text.number, proposal.version, events]).toEqual([1, 2, []]);
  });

  it('is the lead proposer’s, while the text may be changed', () => {
    for (const who of [SECONDERS[0]!, COMMITTEE])
      for (const change of [() => attach(inState.SECONDING(), who, ONE, when()), () => detach(inState.SECONDING(), who, when())])
        expect(change).toThrow(refused('proposals.not-the-lead-proposer'));
    for (const state of ['SUBMITTED', 'ASSIGNED', 'CLOSED', 'WITHDRAWN'] as const) {
      expect(() => attach(inState[state](), LEAD, ONE, when())).toThrow(refused('proposals.wrong-state'));
      expect(() => detach(inState[state](), LEAD, when())).toThrow(refused('proposals.wrong-state'));
    }
  });

  it('is there once, and one of so many', () => {
    const full = [...Array(ATTACHMENT_LIMITS.files).keys()].map((nth) => file(`f${nth}`));
    const add = (present: readonly Attachment[], sha256: string) => () =>
      attach(aProposal().proposal(), LEAD, { present, file: { sha256 } }, when());
    expect(add([file('a')], 'a')).toThrow(refused('proposals.attached-already'));
    expect(add(full, 'b')).toThrow(refused('proposals.too-many-attachments'));
    expect(add(full.slice(1), 'b')).not.toThrow();
  });
});

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['D:\\papers\\调查.docx', '调查.pdf'],
    ['photo.exe\u202Efdp.pdf', 'photo.exe fdp.pdf'],
    ['a\r\nb.pdf', 'a b.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    [`${'长'.repeat(500)}.pdf`, `${'长'.repeat(116)}.pdf`],
  ])('is one that a disk takes, with the ending of its kind: %j', (given, name) => {
    expect(attachmentName(given, 'pdf')).toBe(name);
  });
});
