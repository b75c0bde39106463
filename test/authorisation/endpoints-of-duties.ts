import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const RULES = '/api/congress/duty-rules';
const DUTIES = '/api/congress/duties';

/** What comes again each year from a day on, and has appeared already. */
function ruleFrom(startsOn: string): object {
  return {
    titleZh: '集体合同履行检查',
    recurrence: { kind: 'MONTHS', every: 12, from: startsOn },
    startsOn,
    onDayOff: 'STAYS',
    aheadDays: 30,
    responsible: { memberIds: [], offices: ['SECRETARIAT'] },
  };
}

interface Duty {
  readonly id: string;
  readonly ruleId: string;
}

const today = async ({ people: { secretary } }: Cast): Promise<string> => (await secretary.get<{ today: string }>(DUTIES)).today;

/** A duty of a rule of its own. */
async function made(cast: Cast): Promise<Duty> {
  const { secretary } = cast.people;
  const { id } = await secretary.post<{ id: string }>(RULES, ruleFrom(await today(cast)));
  const { duties } = await secretary.get<{ duties: Duty[] }>(DUTIES);
  const found = duties.find(({ ruleId }) => ruleId === id);
  if (!found) throw new Error('The rule has made no duty.');
  return found;
}

const bySecretary = {
  right: 'secretary',
  foreigner: '404 congress.not-found',
  colleague: ['colleague', '403 congress.forbidden'],
} as const;
const duty = async (cast: Cast) => ({ id: (await made(cast)).id });
const rule = async (cast: Cast) => ({ id: (await made(cast)).ruleId });
const read = {
  right: 'colleague',
  foreigner: { may: 'each reads those of their own organisation' },
  colleague: { may: 'every member of the organisation reads them' },
} as const;

/** What an organisation owes in a year: everybody reads it, who owes it settles it, the secretariat sets the rules. */
export const ENDPOINTS_OF_DUTIES: readonly EndpointRow[] = [
  { ...read, endpoint: 'GET /api/congress/duties' },
  { ...read, endpoint: 'GET /api/congress/duty-rules' },
  {
    ...bySecretary,
    endpoint: 'POST /api/congress/duty-rules',
    foreigner: { may: 'in their own organisation' },
    body: async (cast) => ruleFrom(await today(cast)),
  },
  {
    ...bySecretary,
    endpoint: 'PUT /api/congress/duty-rules/{id}',
    path: rule,
    body: async (cast) => ({ ...ruleFrom(await today(cast)), version: 1 }),
  },
  { ...bySecretary, endpoint: 'POST /api/congress/duty-rules/{id}/stop', path: rule, body: () => ({ reason: 'No longer', version: 1 }) },
  {
    ...bySecretary,
    endpoint: 'POST /api/congress/duties/{id}/settlement',
    path: duty,
    body: async (cast) => ({ text: 'Checked', on: await today(cast), version: 1 }),
    others: [['proposer', '403 congress.forbidden']],
  },
  { ...bySecretary, endpoint: 'POST /api/congress/duties/{id}/waiver', path: duty, body: () => ({ reason: 'Not here', version: 1 }) },
];
