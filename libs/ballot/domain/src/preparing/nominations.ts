import type { Clause } from '../presets/floors.js';
import { presetOf } from '../presets/presets.js';
import type { Ballot } from '../record/ballot.js';
import type { Choice, Nominations, Nominee } from '../record/candidates.js';
import { type Nomination, procedureOf } from '../rules/procedure.js';

export const NO_NOMINATIONS: Nominations = { nominees: [], posting: null, closedOn: null };

type Nominating = Pick<Ballot, 'rules' | 'round' | 'follows' | 'primaryOf' | 'rerunOf'>;

/** The rule by which a ballot finds its candidates; null where the organiser puts them on the paper, or an earlier ballot did. */
export function nominationRuleOf(ballot: Nominating): Nomination | null {
  const isFirst = ballot.round === 'first' && ballot.follows === null && ballot.primaryOf === null && ballot.rerunOf === null;
  return isFirst ? procedureOf(ballot).nomination : null;
}

/** Whether candidates are still to be found before the roll may be frozen. */
export const awaitsNomination = (ballot: Nominating & Pick<Ballot, 'nominations'>): boolean =>
  nominationRuleOf(ballot) !== null && (ballot.nominations?.closedOn ?? null) === null;

/** Where the source of the ballot's preset asks that a list be posted; null without one. */
export const noticeClauseOf = ({ preset }: Pick<Ballot, 'preset'>): Clause | null =>
  presetOf(preset)?.floors.find(({ asks }) => asks === 'nomination-notice')?.clause ?? null;

/** The nominations so far. */
export const nominationsOf = ({ nominations }: Pick<Ballot, 'nominations'>): Nominations => nominations ?? NO_NOMINATIONS;

/** Those who are put forward and have neither declined nor been removed, in the order in which they were put. */
export const activeNominees = ({ nominees }: Nominations): readonly Nominee[] => nominees.filter(({ status }) => status === 'put-forward');

/** Nominees as they stand on the paper. */
export const toChoices = (nominees: readonly Nominee[]): readonly Choice[] =>
  nominees.map(({ id, label, memberId }) => ({ id, label, memberId }));
