import { allowedActions } from '../actions/allowed-actions.js';
import { DELEGATE, NOON, ORGANISER } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { PUBLICATION, declared, published, signedPlan } from '../testing/results.js';
import { archive } from './declaring.js';
import { answerResultObjection, raiseObjection, type ResultObjection } from './objecting.js';

const posted = published(signedPlan({ publication: PUBLICATION }));
const LAST_MOMENT = new Date('2026-03-09T15:59:59.999Z');
const OVER = new Date('2026-03-09T16:00:00.000Z');
const objection: ResultObjection = {
  id: 'objection',
  ballotId: 'ballot',
  memberId: 'delegate',
  text: 'I was not let in.',
  at: NOON,
  answer: null,
};
const raised = raiseObjection(posted, DELEGATE, false, NOON);

describe('an objection', () => {
  it('is taken from anybody until the last moment of the last day', () => {
    expect(raised).toMatchObject({
      ballot: { state: 'PUBLISHED', objections: { open: 1, upheld: 0, dismissed: 0 } },
      events: [{ type: 'ObjectionRaised' }],
    });
    expect(raiseObjection(posted, ORGANISER, false, LAST_MOMENT).ballot.objections.open).toBe(1);
    expect(refusalOf(() => raiseObjection(posted, DELEGATE, false, OVER))).toEqual({
      code: 'ballot.objections-closed',
      details: { untilOn: '2026-03-09' },
    });
  });

  it('is made to what is posted for a period, one at a time', () => {
    expect(refusalOf(() => raiseObjection(posted, DELEGATE, true, NOON)).code).toBe('ballot.objection-pending');
    expect(refusalOf(() => raiseObjection(declared(signedPlan({ publication: PUBLICATION })), DELEGATE, false, NOON)).code).toBe(
      'ballot.wrong-state',
    );
    expect(refusalOf(() => raiseObjection(published(signedPlan()), DELEGATE, false, NOON))).toEqual({
      code: 'ballot.objections-closed',
      details: { untilOn: null },
    });
    expect(refusalOf(() => raiseObjection(archive(posted, ORGANISER, OVER).ballot, DELEGATE, false, OVER)).code).toBe('ballot.wrong-state');
  });

  it('is answered by an organiser, after the period too, once, and its maker is told', () => {
    const {
      ballot,
      objection: answered,
      events,
    } = answerResultObjection(raised.ballot, ORGANISER, objection, { upheld: false, reason: 'The door was open.' }, OVER);
    expect(ballot.objections).toEqual({ open: 0, upheld: 0, dismissed: 1 });
    expect(answered.answer).toEqual({ upheld: false, reason: 'The door was open.', by: 'organiser', at: OVER });
    expect(events).toEqual([{ type: 'ObjectionAnswered', memberId: 'delegate', upheld: false }]);
    expect(refusalOf(() => answerResultObjection(ballot, ORGANISER, answered, { upheld: true, reason: 'After all.' }, OVER)).code).toBe(
      'ballot.objection-answered',
    );
    expect(
      refusalOf(() => answerResultObjection(raised.ballot, DELEGATE, objection, { upheld: true, reason: 'I say so.' }, OVER)).code,
    ).toBe('ballot.not-an-organiser');
    expect(archive(ballot, ORGANISER, OVER).ballot.state).toBe('ARCHIVED');
    expect(
      refusalOf(() =>
        answerResultObjection(
          raised.ballot,
          ORGANISER,
          { ...objection, memberId: 'organiser' },
          { upheld: true, reason: 'I say so.' },
          OVER,
        ),
      ).code,
    ).toBe('ballot.own-matter');
  });

  it('that is upheld asks for the annulment', () => {
    const { ballot } = answerResultObjection(raised.ballot, ORGANISER, objection, { upheld: true, reason: 'The door was shut.' }, NOON);
    expect(ballot.objections).toEqual({ open: 0, upheld: 1, dismissed: 0 });
    expect(refusalOf(() => archive(ballot, ORGANISER, OVER)).code).toBe('ballot.annulment-due');
  });

  it('is offered by a screen while it may be made', () => {
    expect(allowedActions(posted, DELEGATE, NOON)).toEqual(['object']);
    expect(allowedActions(posted, DELEGATE, OVER)).toEqual([]);
    expect(allowedActions(posted, ORGANISER, NOON)).toEqual(['object', 'annul']);
    expect(allowedActions(raised.ballot, ORGANISER, NOON)).toEqual(['object', 'answer-objection', 'annul']);
    expect(allowedActions(posted, ORGANISER, OVER)).toEqual(['archive', 'annul']);
  });
});
