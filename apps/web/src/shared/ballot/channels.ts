import type { BallotRow } from '../../api/shapes.js';

type Channel = BallotRow['channel'];

/** Whether papers are sealed on devices. */
export const hasSealed = (channel: Channel): boolean => channel === 'sealed' || channel === 'mixed';

/** Whether sheets of paper are read by tellers. */
export const hasPaper = (channel: Channel): boolean => channel === 'paper' || channel === 'mixed';
