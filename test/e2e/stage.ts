import { allHeard } from '../lib/hearing.js';
import { House } from '../lib/house.js';
import { onceKnown, Organisation } from '../lib/organisation.js';
import type { Person } from '../lib/api-client.js';

export const ORGANISATION = 'demo';

/** The four people of the walk, and what each is in the congress. All are plainly made up. */
export const CAST = {
  proposer: { staffNo: 'T10001', name: '林甲子', email: 't10001@example.test' },
  seconder: { staffNo: 'T10002', name: '周乙丑', email: 't10002@example.test' },
  committee: { staffNo: 'T10003', name: '沈丙寅', email: 't10003@example.test' },
  handler: { staffNo: 'T10004', name: '陈丁卯', email: 't10004@example.test' },
} as const;
export type Role = keyof typeof CAST;

/** Leads the votes; founds the organisation, too. */
export const SECRETARY = { staffNo: 'S00001', name: '工会甲子', email: 'union@example.test' };

export const UNITS = { logistics: '后勤管理处', finance: '财务处' } as const;
export const SESSION = '三届三次教职工代表大会';

/** A house with a congress that is about to begin: a call is open, nobody has signed in yet. */
export interface Stage {
  readonly house: House;
  /** What the sign-in asks for where the house has several organisations. */
  readonly code?: string;
  readonly organisation: Organisation;
  readonly sessionId: string;
  readonly members: Readonly<Record<Role, string>>;
  readonly codes: Readonly<Record<Role, string>>;
}

const ROLES = Object.keys(CAST) as Role[];
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);

/**
 * Prepares everything through public endpoints, as a union's secretary would; in a house of its own, unless there is one that nobody has
 * founded, or that has other organisations beside the one of this `code`.
 */
export async function setStage({
  house: given,
  code,
  opensAt = day(-1),
}: { readonly house?: House; readonly code?: string; readonly opensAt?: Date } = {}): Promise<Stage> {
  const house = given ?? (await House.open());
  try {
    const organisation = await Organisation.found(house, code ?? ORGANISATION, SECRETARY);
    const { secretary } = organisation;
    const units = await setUpUnits(secretary);
    const members = await register(secretary, units.logistics);
    const sessionId = await setUpSession(secretary, members, opensAt);
    await secretary.post('/api/congress/offices', { memberId: members.committee, office: 'PROPOSALS_COMMITTEE', sessionId, chief: true });
    await secretary.post('/api/congress/offices', { memberId: members.handler, office: 'UNIT_HANDLER', unitId: units.logistics });
    const { codes } = await secretary.post<{ codes: readonly { memberId: string; signInCode: string }[] }>(
      '/api/congress/members/sign-in-codes',
      { memberIds: Object.values(members) },
    );
    await allHeard(house);
    const codeOf = (role: Role) => codes.find(({ memberId }) => memberId === members[role])?.signInCode ?? '';
    return { ...(code ? { code } : {}), house, organisation, sessionId, members, codes: byRole(codeOf) };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** Opens the call for proposals; one seconder is enough for this walk. @returns its id */
export async function openCall({ sessionId }: Stage, committee: Person): Promise<string> {
  const { id } = await onceKnown('the committee may open a call', () =>
    committee.post<{ id: string }>('/api/proposals/calls', {
      sessionId,
      opensAt: day(-1).toISOString(),
      closesAt: day(9).toISOString(),
      minSeconders: 1,
      replyDue: { kind: 'working-days', n: 45 },
      feedbackDue: { kind: 'working-days', n: 15 },
    }),
  );
  return id;
}

async function setUpUnits(secretary: Person): Promise<Record<keyof typeof UNITS, string>> {
  const made = { logistics: '', finance: '' };
  for (const [code, name] of Object.entries(UNITS))
    made[code as keyof typeof UNITS] = (await secretary.post<{ id: string }>('/api/congress/units', { code, name })).id;
  return made;
}

async function register(secretary: Person, unitId: string): Promise<Record<Role, string>> {
  const ids = { proposer: '', seconder: '', committee: '', handler: '' };
  for (const role of ROLES)
    ids[role] = (
      await secretary.post<{ id: string }>('/api/congress/members', { ...CAST[role], ...(role === 'handler' ? { unitId } : {}) })
    ).id;
  return ids;
}

/** Three delegates; the handler of the unit does not sit in the congress. */
async function setUpSession(secretary: Person, members: Record<Role, string>, opensAt: Date): Promise<string> {
  const { id: termId } = await secretary.post<{ id: string }>('/api/congress/terms', {
    termNo: 3,
    kind: 'STAFF_CONGRESS',
    from: day(-300).toISOString().slice(0, 10),
    to: day(795).toISOString().slice(0, 10),
  });
  const { id: sessionId } = await secretary.post<{ id: string }>('/api/congress/sessions', {
    termId,
    sessionNo: 3,
    title: SESSION,
    opensAt: opensAt.toISOString(),
    closesAt: day(7).toISOString(),
    quorum: { num: 2, den: 3, inclusive: true },
  });
  const { id: delegationId } = await secretary.post<{ id: string }>(`/api/congress/sessions/${sessionId}/delegations`, {
    name: '第一代表团',
  });
  for (const role of ['proposer', 'seconder', 'committee'] as const) {
    await secretary.post(`/api/congress/sessions/${sessionId}/delegates`, { memberId: members[role], delegationId, kind: 'DELEGATE' });
  }
  return sessionId;
}

const byRole = (of: (role: Role) => string): Record<Role, string> => ({
  proposer: of('proposer'),
  seconder: of('seconder'),
  committee: of('committee'),
  handler: of('handler'),
});
