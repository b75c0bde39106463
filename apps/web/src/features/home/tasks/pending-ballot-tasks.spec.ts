import type { BallotTask } from '../../../api/shapes.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';
import { taskPathOf, changedBallots, withoutCastVotes } from './pending-ballot-tasks.js';

const item = (ballotId: string, matter: BallotTask['matter']): BallotTask => ({
  ballotId,
  matter,
  title: 'A vote',
  kind: 'election',
  channel: 'sealed',
  dueAt: null,
});
const receipt = {} as OwnPaper['receipt'];
const paper = (ballotId: string, parts: Partial<OwnPaper>): OwnPaper => ({
  memberId: 'm',
  ballotId,
  secret: null,
  credential: 'c',
  isRegistered: true,
  sealed: null,
  receipt: null,
  ...parts,
});

describe('what is owed on a device', () => {
  it('is no vote that this device has put into the box', () => {
    const items = [item('cast', 'vote'), item('waiting', 'vote'), item('again', 'vote'), item('elsewhere', 'vote'), item('cast', 'sign')];
    const sealed = { paper: 'p', tracker: 't', proofs: null };
    const papers = [paper('cast', { receipt }), paper('waiting', { sealed }), paper('again', { receipt, sealed })];
    expect(withoutCastVotes(items, papers)).toEqual([
      item('waiting', 'vote'),
      item('again', 'vote'),
      item('elsewhere', 'vote'),
      item('cast', 'sign'),
    ]);
  });

  it('says which ballots have taken a step: those of which something else is asked', () => {
    const before = [item('signed', 'sign'), item('stays', 'vote'), item('over', 'enter-sheets')];
    const now = [item('signed', 'draw-lot'), item('stays', 'vote'), item('new', 'make-key')];
    expect(changedBallots(before, now)).toEqual(['signed', 'over', 'new']);
    expect(changedBallots(now, now)).toEqual([]);
  });

  it('leads to the room where it is done', () => {
    expect(taskPathOf({ ballotId: 'b', matter: 'vote' })).toBe('/ballots/b/vote');
    expect(taskPathOf({ ballotId: 'b', matter: 'sign' })).toBe('/ballots/b');
  });
});
