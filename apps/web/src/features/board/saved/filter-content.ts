import type { components } from '../../../api/generated/proposals.js';
import type { ProposalFilter } from '../../../shared/proposal/queries.js';

export type FilterContent = components['schemas']['FilterContent'];

/** What of a board's filter is kept; neither its page nor what is open at the side. */
export function contentOf({
  sessionId,
  state,
  word,
  unitId,
  category,
  search,
  overdue,
  key,
  ownCases,
  sort,
}: ProposalFilter): FilterContent {
  return {
    ...(sessionId ? { sessionId } : {}),
    ...(state?.[0] ? { state: state[0] } : {}),
    ...(word ? { word } : {}),
    ...(unitId ? { unitId } : {}),
    ...(category ? { category } : {}),
    ...(search ? { search } : {}),
    ...(overdue ? { overdue: true as const } : {}),
    ...(key ? { key: true as const } : {}),
    ...(ownCases ? { ownCases: true as const } : {}),
    ...(sort && sort !== 'overdue' ? { sort } : {}),
  };
}

/** The same in the address of the board: every part of it, so that none of another filter stays. */
export function addressOf(content: FilterContent): Readonly<Record<string, string>> {
  const { sessionId = '', state = '', word = '', unitId = '', category = '', search = '', overdue, key, ownCases, sort = '' } = content;
  const flag = (is: boolean | undefined, word: string) => (is ? word : '');
  return {
    session: sessionId,
    state,
    word,
    unit: unitId,
    category,
    search,
    overdue: flag(overdue, 'true'),
    key: flag(key, 'true'),
    cases: flag(ownCases, 'own'),
    sort,
  };
}

/** Whether a filter is the one that is looked through now. */
export function isShown(saved: FilterContent, shown: ProposalFilter): boolean {
  const [one, other] = [addressOf(saved), addressOf(contentOf(shown))];
  return Object.keys(one).every((part) => one[part] === other[part]);
}
