import { WorkingCalendar } from '@plenum/calendar';
import { allowedActions } from '../actions/allowed-actions.js';
import type { Json } from '../json.js';
import { adopt, assertNoCandidatesYet, revise } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import type { Proposer } from '../record/candidates.js';
import { DELEGATE, ELECTION_RULES, KNOWN, NOON, OFFICERS, ORGANISER, aBallot, by, choice, draftFrom } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { freezeRoll } from '../voting/opening.js';
import { closeNomination } from './closing-nomination.js';
import { decline, nominate, postCandidates } from './nominating.js';
import { type Objection, answerObjection, objectTo } from './objections.js';

const CALENDAR = new WorkingCalendar();
const NOTICE = { kind: 'working-days', n: 5 };
const OUTGOING: Proposer = { by: 'outgoing-committee', delegationId: null, memberIds: [] };
const COLLATORS = { strokes: new Intl.Collator('zh-u-co-stroke'), pinyin: new Intl.Collator('zh-u-co-pinyin') };
/** Posted at noon of Monday, 2 March 2026: the fifth working day after it is Monday, 9 March, which ends at 16:00 UTC. */
const UNTIL = '2026-03-09';
const LAST_MOMENT = new Date('2026-03-09T15:59:59.999Z');
const AFTER = new Date('2026-03-09T16:00:00.000Z');

const rulesWith = (nomination: Json = {}): Json => ({ ...ELECTION_RULES, procedure: { nomination: { notice: NOTICE, ...nomination } } });
const adopted = (nomination: Json = {}): Ballot =>
  aBallot({ kind: 'election', channel: 'paper', rules: rulesWith(nomination), choices: [] }).adopted;
const put = (ballot: Ballot, label: string, memberId: string | null = null) =>
  nominate(ballot, ORGANISER, { label, memberId }, OUTGOING).ballot;
const nominated = (ballot = adopted(), names: readonly string[] = ['王丽', '丁一', '李明']): Ballot =>
  names.reduce((so, name, nth) => put(so, name, `n${nth + 1}`), ballot);
const posted = (ballot = nominated()): Ballot => postCandidates(ballot, ORGANISER, CALENDAR, NOON).ballot;
const close = (ballot: Ballot, given: { objections?: readonly Objection[]; at?: Date } = {}) =>
  closeNomination(
    ballot,
    ORGANISER,
    { objections: given.objections ?? [], primary: null, calendar: CALENDAR, collators: COLLATORS },
    given.at ?? AFTER,
  );
const objection = (ballot: Ballot, nomineeId = 'c01', memberId = 'someone', made: readonly Objection[] = [], at = NOON) =>
  objectTo(ballot, by(memberId), { id: `${memberId}-${nomineeId}`, nomineeId, grounds: 'Not a member' }, made, CALENDAR, at);

describe('a nomination', () => {
  it('begins with the first name under adopted rules and fixes nothing yet', () => {
    const ballot = nominated();
    expect(ballot).toMatchObject({
      state: 'NOMINATION',
      choices: [
        { id: 'c01', label: '王丽', memberId: 'n1' },
        { id: 'c02', label: '丁一' },
        { id: 'c03', label: '李明' },
      ],
      nominations: { posting: null, closedOn: null, nominees: [{ id: 'c01', status: 'put-forward', proposer: OUTGOING }, {}, {}] },
    });
    expect(ballot.choices[0]).not.toHaveProperty('proposer');
    expect(refusalOf(() => nominate(ballot, DELEGATE, choice('x'), OUTGOING)).code).toBe('ballot.not-an-organiser');
    expect(
      refusalOf(() => nominate(aBallot({ kind: 'election', rules: rulesWith(), choices: [] }).drafted, ORGANISER, choice('x'), OUTGOING))
        .code,
    ).toBe('ballot.wrong-state');
    expect(refusalOf(() => nominate(aBallot({ kind: 'election' }).adopted, ORGANISER, choice('x'), OUTGOING)).code).toBe(
      'ballot.no-nomination',
    );
  });

  it('is the only way onto the paper where the rules have one', () => {
    const fresh = {
      id: 'b',
      organisationId: 'o',
      sessionId: 's',
      title: 'An election',
      kind: 'election',
      channel: 'paper',
      round: 'first',
      rules: rulesWith(),
      choices: [choice('c1')],
    } as const;
    expect(faultOf(() => assertNoCandidatesYet(draftFrom(fresh).ballot))).toEqual({
      field: 'candidates',
      reason: 'found-by-nomination',
    });
    const drafted = draftFrom({ ...fresh, choices: [] }).ballot;
    expect(faultOf(() => revise(drafted, ORGANISER, { choices: [choice('c1')] }))).toEqual({
      field: 'candidates',
      reason: 'found-by-nomination',
    });
    expect(faultOf(() => revise(aBallot({ kind: 'election' }).drafted, ORGANISER, { rules: rulesWith() }))).toEqual({
      field: 'candidates',
      reason: 'found-by-nomination',
    });
    expect(refusalOf(() => revise(adopt(drafted, ORGANISER).ballot, ORGANISER, { choices: [choice('c1')] })).code).toBe(
      'ballot.nominated-only',
    );
    expect(refusalOf(() => revise(nominated(), ORGANISER, { choices: [choice('c1')] })).code).toBe('ballot.wrong-state');
    const frozen = freezeRoll(close(posted()).ballot, ORGANISER, 6).ballot;
    expect(refusalOf(() => revise(frozen, ORGANISER, { choices: [choice('c1')] })).code).toBe('ballot.nominated-only');
  });

  it('takes a name alone for the member of that name, however it is written, and two members of one name for two', () => {
    const ballot = nominated();
    for (const label of ['王丽', ' 王 丽', '王·丽'])
      expect(refusalOf(() => put(ballot, label))).toEqual({
        code: 'ballot.already-nominated',
        details: { candidateId: 'c01', status: 'put-forward' },
      });
    const before = objection(posted(ballot)).objection;
    const removed = answerObjection(posted(ballot), ORGANISER, before.id, { upheld: true, reason: 'No member' }, [before], NOON).change
      .ballot;
    expect(refusalOf(() => put(removed, '王丽'))).toEqual({
      code: 'ballot.already-nominated',
      details: { candidateId: 'c01', status: 'removed' },
    });
    const outsider = put(ballot, 'Li Hua');
    expect(refusalOf(() => put(outsider, 'li hua', 'n9')).code).toBe('ballot.already-nominated');
    expect(put(ballot, '王丽', 'n9').choices).toHaveLength(4);
  });

  it('names nobody twice, nor whom an objection removed; a nominee who declined may be asked again', () => {
    const ballot = nominated();
    expect(refusalOf(() => put(ballot, '王丽', 'n1'))).toEqual({
      code: 'ballot.already-nominated',
      details: { candidateId: 'c01', status: 'put-forward' },
    });
    const outsider = put(ballot, 'Somebody of elsewhere');
    expect(refusalOf(() => put(outsider, 'Somebody of elsewhere')).code).toBe('ballot.already-nominated');
    const declined = decline(ballot, by('n1'), 'c01').ballot;
    expect(put(declined, '王丽', 'n1').choices.map(({ id }) => id)).toEqual(['c02', 'c03', 'c04']);
    const made = objection(posted());
    const removed = answerObjection(posted(), ORGANISER, 'someone-c01', { upheld: true, reason: 'So it is' }, [made.objection], NOON).change
      .ballot;
    expect(refusalOf(() => put(removed, '王丽', 'n1'))).toEqual({
      code: 'ballot.already-nominated',
      details: { candidateId: 'c01', status: 'removed' },
    });
  });

  it('has an end: no more names than a paper takes', () => {
    const full = {
      ...nominated(),
      nominations: {
        posting: null,
        closedOn: null,
        nominees: Array.from({ length: 300 }, (_, nth) => ({ ...choice(`c${nth}`), proposer: OUTGOING, status: 'declined' as const })),
      },
    };
    expect(faultOf(() => put(full, 'One more'))).toEqual({ field: 'nominations', reason: 'too-many' });
  });

  it('makes no candidate of an officer, nor an officer of a candidate', () => {
    const named = nameOfficers(nominated(), ORGANISER, OFFICERS, KNOWN).ballot;
    expect(refusalOf(() => put(named, 'A teller', 't1'))).toEqual({ code: 'ballot.officer-is-candidate', details: { memberIds: ['t1'] } });
    expect(refusalOf(() => nameOfficers(put(adopted(), 'A teller', 't1'), ORGANISER, OFFICERS, KNOWN)).code).toBe(
      'ballot.officer-is-candidate',
    );
    expect(
      nameOfficers(decline(put(adopted(), 'A teller', 't1'), by('t1'), 'c01').ballot, ORGANISER, OFFICERS, KNOWN).ballot.officers,
    ).toHaveLength(4);
  });

  it('is declined by the nominee or an organiser, until the voting opens', () => {
    const ballot = nominated();
    expect(decline(ballot, by('n2'), 'c02').ballot).toMatchObject({
      choices: [{ id: 'c01' }, { id: 'c03' }],
      nominations: { nominees: [{}, { id: 'c02', status: 'declined' }, {}] },
    });
    expect(decline(ballot, ORGANISER, 'c02').ballot.choices).toHaveLength(2);
    expect(refusalOf(() => decline(ballot, by('n1'), 'c02')).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => decline(ballot, DELEGATE, 'c02')).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => decline(decline(ballot, ORGANISER, 'c02').ballot, ORGANISER, 'c02'))).toEqual({
      code: 'ballot.not-standing',
      details: { candidateId: 'c02' },
    });
    const frozen = freezeRoll(close(posted()).ballot, ORGANISER, 6).ballot;
    expect(decline(frozen, by('n3'), 'c03').ballot).toMatchObject({
      state: 'ROLL_FROZEN',
      choices: [{ label: '丁一' }, { label: '王丽' }],
    });
    expect(allowedActions(ballot, by('n1'))).toEqual(['decline-nomination']);
  });
});

describe('the posted list', () => {
  it('takes objections until 24:00 of the last day of the period, the day of posting not counted', () => {
    const ballot = posted();
    expect(ballot.nominations?.posting).toEqual({ postedOn: '2026-03-02', until: UNTIL, provisional: false });
    expect(objection(ballot, 'c01', 'someone', [], LAST_MOMENT).objection).toEqual({
      id: 'someone-c01',
      nomineeId: 'c01',
      memberId: 'someone',
      grounds: 'Not a member',
      madeAt: LAST_MOMENT,
      answer: null,
    });
    expect(refusalOf(() => objection(ballot, 'c01', 'someone', [], AFTER))).toEqual({
      code: 'ballot.notice-over',
      details: { until: UNTIL },
    });
  });

  it('is told to everybody with its last day, and an objection to those who answer it', () => {
    expect(postCandidates(nominated(), ORGANISER, CALENDAR, NOON).events).toEqual([{ type: 'CandidatesPosted', untilOn: UNTIL }]);
    expect(objection(posted()).change.events).toEqual([{ type: 'CandidateObjectionRaised' }]);
  });

  it('follows the holidays: five working days from 28 September 2026 end after the National Day break', () => {
    const { posting } = postCandidates(nominated(), ORGANISER, CALENDAR, new Date('2026-09-28T02:00:00Z')).ballot.nominations ?? {};
    expect(posting?.until.slice(0, 7)).toBe('2026-10');
    expect(posting && posting.until > '2026-10-07').toBe(true);
  });

  it('is posted by an organiser, once, with a name on it, and not for a day that is over', () => {
    expect(refusalOf(() => postCandidates(nominated(), DELEGATE, CALENDAR, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => postCandidates(posted(), ORGANISER, CALENDAR, NOON)).code).toBe('ballot.already-posted');
    expect(refusalOf(() => postCandidates(adopted(), ORGANISER, CALENDAR, NOON)).code).toBe('ballot.wrong-state');
    expect(
      refusalOf(() => postCandidates(decline(nominated(adopted(), ['王丽']), ORGANISER, 'c01').ballot, ORGANISER, CALENDAR, NOON)),
    ).toEqual({ code: 'ballot.too-few-candidates', details: { listed: 0, needed: 1 } });
    const fixed = (date: string) =>
      postCandidates(nominated(adopted({ notice: { kind: 'date', date } })), ORGANISER, CALENDAR, NOON).ballot.nominations?.posting?.until;
    expect(fixed('2026-03-02')).toBe('2026-03-02');
    expect(refusalOf(() => fixed('2026-03-01'))).toEqual({ code: 'ballot.notice-past', details: { until: '2026-03-01' } });
  });

  it('is not objected to before it is posted, nor after the close, nor for who does not stand, nor twice by one', () => {
    const first = objection(posted());
    expect(refusalOf(() => objection(nominated())).code).toBe('ballot.not-posted');
    expect(refusalOf(() => objection(adopted())).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => objection(close(posted()).ballot)).code).toBe('ballot.nomination-closed');
    expect(refusalOf(() => objection(posted(), 'c09')).code).toBe('ballot.not-standing');
    expect(refusalOf(() => objection(posted(), 'c01', 'someone', [first.objection])).code).toBe('ballot.already-objected');
    expect(objection(posted(), 'c02', 'someone', [first.objection]).objection.nomineeId).toBe('c02');
    expect(allowedActions(posted(), DELEGATE)).toEqual(['object-to-candidate']);
  });

  it('is posted anew, with its whole period, when a name is added', () => {
    const ballot = put(posted(), '赵四', 'n4');
    expect(ballot.nominations).toMatchObject({ posting: null, closedOn: null });
    expect(refusalOf(() => close(ballot)).code).toBe('ballot.not-posted');
    expect(postCandidates(ballot, ORGANISER, CALENDAR, AFTER).ballot.nominations?.posting).toMatchObject({
      postedOn: '2026-03-10',
      until: '2026-03-17',
    });
  });
});

describe('an objection', () => {
  const ballot = posted();
  const made = [objection(ballot).objection];
  const answer = (upheld: boolean, who = ORGANISER, objections: readonly Objection[] = made, on = ballot) =>
    answerObjection(on, who, 'someone-c01', { upheld, reason: 'As the register says' }, objections, NOON);

  it('that is upheld removes the candidate; that is dismissed changes nothing', () => {
    const upheld = answer(true);
    expect(upheld.change.ballot).toMatchObject({
      choices: [{ id: 'c02' }, { id: 'c03' }],
      nominations: { posting: { until: UNTIL }, nominees: [{ id: 'c01', status: 'removed' }, {}, {}] },
    });
    expect(upheld.objection.answer).toEqual({ upheld: true, reason: 'As the register says', answeredBy: 'organiser', answeredAt: NOON });
    expect(answer(false).change.ballot.choices).toHaveLength(3);
  });

  it('is answered by an organiser, once, and not by whom it is about or who made it', () => {
    expect(refusalOf(() => answer(true, DELEGATE)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => answer(true, ORGANISER, [])).code).toBe('ballot.candidate-objection-unknown');
    expect(refusalOf(() => answer(true, ORGANISER, [answer(false).objection])).code).toBe('ballot.candidate-objection-answered');
    expect(refusalOf(() => answer(false, { memberId: 'n1', organises: true })).code).toBe('ballot.own-matter');
    expect(refusalOf(() => answer(true, { memberId: 'someone', organises: true })).code).toBe('ballot.own-matter');
    expect(refusalOf(() => answer(true, ORGANISER, made, close(ballot).ballot)).code).toBe('ballot.nomination-closed');
  });
});

describe('the close of the nomination', () => {
  it('waits for the end of the period, to the instant', () => {
    expect(refusalOf(() => close(posted(), { at: LAST_MOMENT }))).toEqual({ code: 'ballot.notice-running', details: { until: UNTIL } });
    expect(close(posted()).ballot).toMatchObject({ state: 'NOMINATION', nominations: { closedOn: '2026-03-10' } });
    expect(refusalOf(() => close(nominated())).code).toBe('ballot.not-posted');
    expect(refusalOf(() => close(close(posted()).ballot)).code).toBe('ballot.nomination-closed');
    expect(
      refusalOf(() =>
        closeNomination(posted(), DELEGATE, { objections: [], primary: null, calendar: CALENDAR, collators: COLLATORS }, AFTER),
      ).code,
    ).toBe('ballot.not-an-organiser');
  });

  it('waits for every objection to who still stands', () => {
    const ballot = posted();
    const objections = [objection(ballot).objection, objection(ballot, 'c01', 'another').objection];
    expect(refusalOf(() => close(ballot, { objections }))).toEqual({ code: 'ballot.candidate-objections-open', details: { open: 2 } });
    expect(close(decline(ballot, by('n1'), 'c01').ballot, { objections }).ballot.choices).toHaveLength(2);
  });

  // DOMAIN 6.2, rule 9: one seat needs two.
  it('needs candidates enough, and says how many', () => {
    const few = posted(nominated(adopted(), ['王丽']));
    expect(refusalOf(() => close(few))).toEqual({ code: 'ballot.too-few-candidates', details: { listed: 1, needed: 2 } });
    const rules = { ...rulesWith(), surplus: null };
    const single = posted(nominated(aBallot({ kind: 'election', rules, choices: [] }).adopted, ['王丽']));
    expect(close(single).ballot.choices).toHaveLength(1);
    expect(refusalOf(() => close(decline(single, ORGANISER, 'c01').ballot))).toEqual({
      code: 'ballot.too-few-candidates',
      details: { listed: 0, needed: 1 },
    });
  });

  it.each<[string, readonly string[]]>([
    ['strokes', ['丁一', '王丽', '李明']],
    ['pinyin', ['丁一', '李明', '王丽']],
    ['as-put', ['王丽', '丁一', '李明']],
  ])('puts the paper in the order of the rules: %s', (order, names) => {
    expect(close(posted(nominated(adopted({ order })))).ballot.choices.map(({ label }) => label)).toEqual(names);
  });

  it('lets the roll be frozen, which waits for it', () => {
    expect(refusalOf(() => freezeRoll(adopted(), ORGANISER, 6)).code).toBe('ballot.nomination-open');
    expect(refusalOf(() => freezeRoll(posted(), ORGANISER, 6)).code).toBe('ballot.nomination-open');
    expect(freezeRoll(close(posted()).ballot, ORGANISER, 6).ballot).toMatchObject({
      state: 'ROLL_FROZEN',
      roll: 6,
      choices: [{ label: '丁一' }, { label: '王丽' }, { label: '李明' }],
    });
  });

  it('is undone by another name: the list is posted again and the roll frozen again', () => {
    const frozen = freezeRoll(close(posted()).ballot, ORGANISER, 6).ballot;
    const more = put(frozen, '赵四', 'n4');
    expect(more).toMatchObject({
      state: 'NOMINATION',
      nominations: { posting: null, closedOn: null },
      choices: [{ id: 'c01' }, { id: 'c02' }, { id: 'c03' }, { id: 'c04' }],
    });
    expect(refusalOf(() => freezeRoll(more, ORGANISER, 6)).code).toBe('ballot.nomination-open');
  });
});
