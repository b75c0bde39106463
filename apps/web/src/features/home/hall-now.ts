import type { BallotRow, BallotState, MeView, BallotTask } from '../../api/shapes.js';

/** What the hall does now, as it concerns one person: the one thing that their page shows large. */
export type HallNow =
  | { readonly step: 'sign-in'; readonly cameBefore: boolean }
  | { readonly step: 'owed'; readonly item: BallotTask }
  | { readonly step: 'voting' | 'counting' | 'result'; readonly ballot: BallotRow }
  | { readonly step: 'wait' };

type Mandate = MeView['mandates'][number];

const COUNTING: readonly BallotState[] = ['CLOSED', 'TALLIED', 'SIGNED'];
/** What the hall has heard stays on the card until the next vote, whatever becomes of it afterwards; an annulled one is no result. */
const HEARD: readonly BallotState[] = ['DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'];

/** The sitting that is on and in which somebody has a seat; a full delegate's before a guest's. */
export const openMandateOf = ({ mandates }: MeView): Mandate | null => {
  const open = mandates.filter(({ sessionState }) => sessionState === 'OPEN');
  return open.find(({ kind }) => kind === 'DELEGATE') ?? open[0] ?? null;
};

/** What a hall waits for has no deadline; it is asked of this person before everything that has one. */
export const urgentOf = (owed: readonly BallotTask[]): BallotTask | null => owed.find(({ dueAt }) => dueAt === null) ?? null;

/** Sign in first; then what a vote asks of this person; then what the others do; then wait. `ballots`: the latest first. */
export function hallNow(
  standing: 'EXPECTED' | 'HERE' | 'LEFT',
  owed: readonly BallotTask[],
  ballots: readonly BallotRow[],
  sessionId: string,
): HallNow {
  if (standing !== 'HERE') return { step: 'sign-in', cameBefore: standing === 'LEFT' };
  const item = urgentOf(owed);
  if (item) return { step: 'owed', item };
  const own = ballots.filter((ballot) => ballot.sessionId === sessionId);
  const at = (...states: readonly BallotState[]) => own.find(({ state }) => states.includes(state));
  const [voting, counting, result] = [at('OPEN'), at(...COUNTING), at(...HEARD)];
  if (voting) return { step: 'voting', ballot: voting };
  if (counting) return { step: 'counting', ballot: counting };
  return result ? { step: 'result', ballot: result } : { step: 'wait' };
}
