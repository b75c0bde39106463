import { civilDate } from '@plenum/calendar';
import { reply } from './reply.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { ProposalSettings } from '../call/settings.js';
import { ANSWER, HANDLING_ID, aCall, aProposal, first, matterIn, of, when } from '../testing/a-proposal.js';
import {
  ASSISTANT,
  COMMITTEE,
  FINANCE,
  HANDLER,
  LEAD,
  LEADER,
  LOGISTICS,
  PRESIDIUM,
  SECONDERS,
  STRANGER,
  someone,
} from '../testing/people.js';
import { logContact, maySeeContacts } from './contacts.js';
import {
  attachEvidence,
  detachEvidence,
  type DraftContent,
  maySeeDraft,
  maySeeFormerDraft,
  type ReplyDraft,
  saveDraft,
} from './drafting-reply.js';
import { type Attachment, ATTACHMENT_LIMITS } from '../vocabulary/attachment.js';
import { emptyDesk, type Clearance, type ReplyDesk } from '../proposal/reply-desk.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const matter = matterIn.IN_PROGRESS();
const it_ = first(matter);
const MORNING = new Date('2026-04-01T01:00:00Z');
const later = (minutes: number): Date => new Date(MORNING.getTime() + minutes * 60_000);
const at = (instant: Date, desk: Partial<ReplyDesk> = {}, settings: Partial<ProposalSettings> = {}): PolicyContext => ({
  ...of(matter, when(instant, aCall(settings))),
  desks: [{ ...emptyDesk(HANDLING_ID), ...desk }],
});
const says = (text: string): DraftContent => ({ text, resultCategory: null, channel: null, basis: null, promises: [], files: [] });
const colleague = someone('colleague', { handles: [LOGISTICS] });
const save = (text: string, before: ReplyDraft | null, context: PolicyContext, by = HANDLER, read = before?.version ?? 0) =>
  saveDraft(it_, by, { content: says(text), before, read }, context);
const FIRST = save('Until ten.', null, at(MORNING));
const opinion: Clearance = {
  requestId: 'request',
  kind: 'countersign',
  state: 'OPEN',
  owedBy: { who: 'unit', unitId: FINANCE },
  round: 1,
  draft: 1,
  dueOn: null,
  outcome: null,
};

describe('drafting a reply', () => {
  it('keeps half a reply, and one sitting of one person as one version', () => {
    expect(FIRST).toEqual({ round: 1, number: 1, version: 1, by: 'handler', at: MORNING, content: says('Until ten.') });
    expect(save('Until ten, from May.', FIRST, at(later(9)))).toMatchObject({ number: 1, version: 2 });
    expect(save('Until ten, from May.', FIRST, at(later(10)))).toMatchObject({ number: 2, version: 2 });
    expect(save('Until ten.', FIRST, at(later(60)))).toBe(FIRST);
  });

  it('is no new version where it says the same, in whatever order it comes back from the database', () => {
    const dueOn = civilDate('2026-09-01');
    const { promises: _, ...said } = says('Planned.');
    const stored = { ...FIRST, content: { promises: [{ dueOn, promise: 'Two windows' }], ...said } };
    const content = { ...said, promises: [{ promise: 'Two windows', dueOn }] };
    const again = { content, before: stored, read: 1 };
    expect(saveDraft(it_, colleague, again, at(later(60)))).toBe(stored);
    const moved = { ...content, promises: [{ promise: 'Two windows', dueOn: null }] };
    expect(saveDraft(it_, colleague, { ...again, content: moved }, at(later(60)))).toMatchObject({ number: 2, version: 2 });
  });

  it('leaves what another person wrote, and what others were shown, as it was', () => {
    expect(save('Until nine.', FIRST, at(later(1)), colleague)).toMatchObject({ number: 2, version: 2, by: 'colleague' });
    const shown = { draft: FIRST, clearances: [{ ...opinion, state: 'ANSWERED', outcome: 'REFUSED' } as const] };
    expect(save('Until nine.', FIRST, at(later(1), shown))).toMatchObject({ number: 2 });
  });

  it('is refused to whoever read an older version, and while somebody looks at it', () => {
    const second = save('Until nine.', FIRST, at(later(1)), colleague);
    expect(() => save('Until eight.', second, at(later(2)), HANDLER, 1)).toThrow(refused('proposals.outdated', { current: 2 }));
    expect(() => save('Until nine.', FIRST, at(later(1), { draft: FIRST, clearances: [opinion] }))).toThrow(
      refused('proposals.draft-put-forward'),
    );
  });

  it('begins anew in another round, after what was written in the first', () => {
    const again = aProposal().reopened().matter();
    const saved = saveDraft(first(again), HANDLER, { content: says('At last.'), before: FIRST, read: 1 }, of(again, when(later(1))));
    expect(saved).toMatchObject({ round: 2, number: 1, version: 2 });
  });

  it('is for the lead unit, but not for whoever proposed it', () => {
    for (const by of [ASSISTANT, COMMITTEE, LEAD, PRESIDIUM, STRANGER])
      expect(() => save('Mine.', null, at(MORNING), by)).toThrow(refused('proposals.not-the-handling-unit'));
    expect(() => save('Mine.', null, at(MORNING), { ...LEAD, handles: [LOGISTICS] })).toThrow(refused('proposals.own-reply'));
    const replied = matterIn.REPLIED();
    expect(() => saveDraft(first(replied), HANDLER, { content: says(''), before: null, read: 0 }, of(replied))).toThrow(
      refused('proposals.wrong-state'),
    );
  });

  it('is read by the units and their leaders, by the committee where it audits, and by no proposer whatever else they are', () => {
    const ofLead = someone('leader-of-lead', { inCharge: [LOGISTICS] });
    const all = [HANDLER, ASSISTANT, LEADER, ofLead, COMMITTEE, PRESIDIUM, LEAD, ...SECONDERS, STRANGER];
    const readers = (settings: Partial<ProposalSettings> = {}) => all.filter((by) => maySeeDraft(it_, by, at(MORNING, {}, settings)));
    expect(readers()).toEqual([HANDLER, ASSISTANT, LEADER, ofLead]);
    expect(readers({ beforeReply: ['committee-audit'] })).toEqual([HANDLER, ASSISTANT, LEADER, ofLead, COMMITTEE]);
    const everything = { ...LEAD, reviews: true, handles: [LOGISTICS], inCharge: [LOGISTICS] };
    expect(maySeeDraft(it_, everything, at(MORNING, {}, { beforeReply: ['committee-audit'] }))).toBe(false);
    const joint = { ...it_, proposal: { ...it_.proposal, merged: [{ proposalId: 'child', authorIds: ['joint'], seconderIds: [] }] } };
    expect(maySeeDraft(joint, someone('joint', { handles: [LOGISTICS] }), at(MORNING))).toBe(false);
  });
});

const photo = (sha256: string): Attachment => ({ id: `id-${sha256}`, name: `${sha256}.png`, kind: 'png', bytes: 1, sha256 });
const show = (sha256: string, before: ReplyDraft | null, context: PolicyContext, by = HANDLER, read = before?.version ?? 0) =>
  attachEvidence(it_, by, { file: photo(sha256), before, read }, context);

describe('evidence of a reply', () => {
  it('is part of the draft: another version, which words that are saved later keep, and which goes out with the reply', () => {
    const shown = show('a', FIRST, at(later(60)));
    expect(shown).toMatchObject({ number: 2, version: 2, content: { text: 'Until ten.', files: [photo('a')] } });
    const { files: _, ...words } = says('Until nine.');
    const saved = saveDraft(it_, HANDLER, { content: words, before: shown, read: 2 }, at(later(61)));
    expect(saved.content).toMatchObject({ text: 'Until nine.', files: [photo('a')] });
    const { handlings } = reply(it_, HANDLER, { ...ANSWER, draft: saved }, at(later(62)));
    expect(handlings![0]!.replies).toMatchObject([{ files: [photo('a')] }]);
    expect(reply(it_, HANDLER, { ...ANSWER, draft: null }, at(later(62))).handlings![0]!.replies).toMatchObject([{ files: [] }]);
  });

  it('may come before any word, once each, and goes again', () => {
    const shown = show('a', null, at(MORNING));
    expect(shown.content).toEqual({ ...says(''), files: [photo('a')] });
    expect(show('a', shown, at(later(1)), HANDLER, 0)).toBe(shown);
    const gone = detachEvidence(it_, HANDLER, { fileId: 'id-a', before: shown, read: 1 }, at(later(1)));
    expect(gone.content.files).toEqual([]);
    const full = {
      ...shown,
      content: { ...shown.content, files: Array.from({ length: ATTACHMENT_LIMITS.files }, (_, nth) => photo(`${nth}`)) },
    };
    expect(() => show('more', full, at(later(1)))).toThrow(refused('proposals.too-many-attachments'));
  });

  it('does not go into another round, and is not changed by others, on what was not read, or while somebody looks at it', () => {
    const shown = show('a', FIRST, at(later(1)));
    const again = aProposal().reopened().matter();
    expect(attachEvidence(first(again), HANDLER, { file: photo('b'), before: shown, read: 2 }, of(again, when(later(2)))).content).toEqual({
      ...says(''),
      files: [photo('b')],
    });
    for (const by of [ASSISTANT, COMMITTEE, LEAD, STRANGER])
      expect(() => show('b', shown, at(later(2)), by)).toThrow(refused('proposals.not-the-handling-unit'));
    expect(() => show('b', shown, at(later(2)), HANDLER, 1)).toThrow(refused('proposals.outdated'));
    expect(() => show('b', FIRST, at(later(2), { draft: FIRST, clearances: [opinion] }))).toThrow(refused('proposals.draft-put-forward'));
  });
});

describe('a draft of a unit that led the work before', () => {
  it('is read by that unit, its leader in charge and the committee, never by who leads it now or proposes it', () => {
    const former = someone('former', { handles: ['library'] });
    const leader = someone('former-leader', { inCharge: ['library'] });
    const all = [former, leader, HANDLER, ASSISTANT, LEADER, COMMITTEE, PRESIDIUM, LEAD, STRANGER];
    expect(all.filter((by) => maySeeFormerDraft(it_, 'library', by))).toEqual([former, leader, COMMITTEE]);
    expect(maySeeFormerDraft(it_, 'library', { ...COMMITTEE, handles: [LOGISTICS] })).toBe(false);
    expect(maySeeFormerDraft(it_, 'library', { ...LEAD, reviews: true })).toBe(false);
  });
});

describe('a contact', () => {
  const SAID = { id: 'contact', contactedOn: civilDate('2026-03-31'), way: 'PHONE', who: ' Mr Hu ', noted: ' Agreed. ' } as const;

  it('is logged by nobody who proposes the matter, of whichever unit', () => {
    expect(() => logContact(it_, { ...LEAD, handles: [LOGISTICS] }, SAID, at(MORNING))).toThrow(refused('proposals.own-reply'));
  });

  it('is logged by the lead unit, and told in the order of the matter', () => {
    const { contact, handlings, events } = logContact(it_, HANDLER, SAID, at(MORNING));
    expect(contact).toEqual({
      ...SAID,
      who: 'Mr Hu',
      noted: 'Agreed.',
      handlingId: HANDLING_ID,
      unitId: LOGISTICS,
      round: 1,
      by: 'handler',
      at: MORNING,
    });
    expect(handlings).toMatchObject([{ state: 'IN_PROGRESS', version: it_.handling.version + 1 }]);
    expect(events).toEqual([
      { type: 'ContactLogged', handlingId: HANDLING_ID, contactedOn: '2026-03-31', way: 'PHONE' },
      { type: 'DeadlineMet', about: { kind: 'handling', id: HANDLING_ID }, matter: 'contact', round: 1 },
    ]);
    const rated = matterIn.RATED();
    expect(logContact(first(rated), HANDLER, SAID, of(rated, when(MORNING))).contact.round).toBe(1);
  });

  it('is refused to others, ahead, before the assignment, without words, and once all is done', () => {
    for (const by of [ASSISTANT, COMMITTEE, LEAD, STRANGER])
      expect(() => logContact(it_, by, SAID, at(MORNING))).toThrow(refused('proposals.not-the-handling-unit'));
    const on = (day: string) => () => logContact(it_, HANDLER, { ...SAID, contactedOn: civilDate(day) }, at(MORNING));
    expect(on('2026-04-02')).toThrow(refused('proposals.visit-ahead', { visitedOn: '2026-04-02' }));
    expect(on('2026-03-09')).toThrow(refused('proposals.before-assignment', { contactedOn: '2026-03-09' }));
    expect(() => logContact(it_, HANDLER, { ...SAID, who: ' ', noted: ' ' }, at(MORNING))).toThrow(
      refused('proposals.incomplete', { fields: ['who', 'noted'] }),
    );
    const closed = matterIn.CLOSED();
    expect(() => logContact(first(closed), HANDLER, SAID, of(closed, when(MORNING)))).toThrow(refused('proposals.wrong-state'));
  });

  it('is read by proposers, units, committee and oversight', () => {
    const all = [HANDLER, ASSISTANT, LEADER, COMMITTEE, PRESIDIUM, LEAD, ...SECONDERS, STRANGER];
    expect(all.filter((by) => maySeeContacts(matter, by))).toEqual([HANDLER, ASSISTANT, LEADER, COMMITTEE, PRESIDIUM, LEAD]);
  });

  it('is waited for before a reply where the call demands one, of a suggestion too', () => {
    const demanding: Partial<ProposalSettings> = { beforeReply: ['contact'] };
    expect(() => reply(it_, HANDLER, ANSWER, at(MORNING, {}, demanding))).toThrow(
      refused('proposals.reply-not-cleared', { missing: ['contact'] }),
    );
    expect(reply(it_, HANDLER, ANSWER, at(MORNING, { contacts: 1 }, demanding)).handlings?.[0]?.state).toBe('REPLIED');
    const suggestion = aProposal().assigned('SUGGESTION').matter();
    expect(() => reply(first(suggestion), HANDLER, ANSWER, of(suggestion, when(MORNING, aCall(demanding))))).toThrow(
      refused('proposals.reply-not-cleared'),
    );
  });
});
