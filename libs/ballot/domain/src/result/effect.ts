import { electedIn, memberOf } from '../open-seats/seats.js';
import type { Ballot } from '../record/ballot.js';
import type { BallotEvent, DecidedItem, ElectedPerson } from '../record/ballot.events.js';
import { procedureOf } from '../rules/procedure.js';

/** Outcomes at which a gate stayed shut: nothing is decided, so there is nothing to approve and nothing takes effect. */
const STOPPED: readonly string[] = ['inconsistent', 'too-few-candidates', 'no-quorum', 'void', 'too-few-votes'];

/** Whether a gate stopped the count, e.g. since more papers came back than were issued (R30). */
export const isStopped = ({ tally }: Pick<Ballot, 'tally'>): boolean => tally !== null && STOPPED.includes(tally.outcome.status);

/** What a result does once it is effective: a motion is decided, officers are elected. Advice decides nothing. */
export function effectOf(ballot: Ballot): readonly BallotEvent[] {
  const outcome = ballot.tally?.outcome;
  if (outcome && 'items' in outcome) return [{ type: 'MotionDecided', status: outcome.status, items: itemsOf(ballot) }];
  const elected = electedOf(ballot);
  // A primary elects nobody: it shortens a list.
  if (elected.length === 0 || ballot.primaryOf !== null) return [];
  const { post, office } = procedureOf(ballot);
  return [{ type: 'OfficersElected', elected, post: post ?? ballot.title, office }];
}

function itemsOf({ choices, tally }: Ballot): DecidedItem[] {
  if (!tally || !('items' in tally.outcome)) return [];
  return tally.outcome.items.map(({ id, yes, no, abstain, needed, passed }) => {
    const choice = choices.find((each) => each.id === id);
    const { label = id, proposalId = null, unitId = null } = choice ?? {};
    return { id, label, proposalId, unitId, yes, no, abstain, needed, passed };
  });
}

/** Who is elected, by votes or by lot; a name that was written in is its own id. */
const electedOf = (ballot: Ballot): ElectedPerson[] =>
  electedIn(ballot).map(({ id }) => ({
    memberId: memberOf(ballot, id),
    name: ballot.choices.find((choice) => choice.id === id)?.label ?? id,
  }));
