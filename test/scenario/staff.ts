import { syntheticPeople } from '@plenum/test-kit';
import writeExcelFile from 'write-excel-file/node';
import type { Person } from '../lib/api-client.js';
import type { House } from '../lib/house.js';
import { firstSignIn, Organisation } from '../lib/organisation.js';
import type { Record } from './record.js';

export const STAFF = 57;
const GROUPS = ['第一组', '第二组', '第三组', '第四组', '第五组', '第六组'];
const DEPARTMENTS = { office: '办公室', teaching: '教务处', logistics: '总务处' } as const;
const SEED = 57;
const DAY_MS = 86_400_000;

/** Who takes part, and in what. */
export interface Staff {
  readonly organisation: Organisation;
  readonly termId: string;
  readonly sessionId: string;
  /** All 57, in the order of the roster. */
  readonly delegates: readonly Person[];
  readonly units: { readonly [D in keyof typeof DEPARTMENTS]: string };
}

interface Preview {
  readonly importId: string;
  readonly summary: { readonly new: number; readonly changed: number; readonly unchanged: number; readonly refused: number };
}

/** The congress is prepared: organisation, departments, session, six groups, and the roster of 57 from a spreadsheet. */
export async function prepareStaff(house: House, record: Record): Promise<Staff> {
  record.chapter('1  The congress is prepared (筹备)');
  const organisation = await Organisation.found(house, 'school-57', { staffNo: 'S00001', name: '工会甲子', email: 'union@example.test' });
  const { secretary } = organisation;
  record.step('a school is founded, its union signs in for the first time');

  const units = { office: '', teaching: '', logistics: '' };
  for (const [code, name] of Object.entries(DEPARTMENTS)) {
    units[code as keyof typeof units] = (await secretary.post<{ id: string }>('/api/congress/units', { code, name })).id;
  }
  const { termId, sessionId } = await setUpSession(organisation);
  for (const name of GROUPS) await secretary.post(`/api/congress/sessions/${sessionId}/delegations`, { name });
  record.step(`the third session of the second term (二届三次) is set up, with ${GROUPS.length} groups (代表团)`);

  const preview = await importRoster(organisation, sessionId);
  record.step(`the roster is imported: ${preview.summary.new} new, ${preview.summary.refused} refused`);
  const again = await importRoster(organisation, sessionId);
  record.fact('the same roster a second time changes nothing', again.summary, { new: 0, changed: 0, unchanged: STAFF, refused: 0 });

  const delegates = await signEverybodyIn(house, organisation);
  const { items: groups } = await secretary.get<{ items: readonly { id: string }[] }>(`/api/congress/sessions/${sessionId}/delegations`);
  record.step(`${delegates.length} delegates sign in for the first time with their one-time codes`);
  record.fact('staff in groups', `${delegates.length} in ${groups.length}`, '57 in 6');
  return { organisation, termId, sessionId, delegates, units };
}

async function setUpSession({ secretary }: Organisation): Promise<Pick<Staff, 'termId' | 'sessionId'>> {
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const year = new Date().getFullYear();
  const term = await secretary.post<{ id: string }>('/api/congress/terms', {
    termNo: 2,
    kind: 'STAFF_CONGRESS',
    from: `${year - 1}-01-01`,
    to: `${year + 1}-12-31`,
  });
  const session = await secretary.post<{ id: string }>('/api/congress/sessions', {
    termId: term.id,
    sessionNo: 3,
    title: '二届三次教职工代表大会',
    opensAt: at(-1),
    closesAt: at(2),
    quorum: { num: 2, den: 3, inclusive: true },
  });
  return { termId: term.id, sessionId: session.id };
}

async function importRoster({ secretary }: Organisation, sessionId: string): Promise<Preview> {
  const departments = Object.values(DEPARTMENTS);
  const rows = syntheticPeople(STAFF, SEED).map(({ staffNo, name, email }, i) => [
    staffNo,
    name,
    departments[i % departments.length] as string,
    email,
    GROUPS[i % GROUPS.length] as string,
    '正式代表',
  ]);
  const sheet = await writeExcelFile([['工号', '姓名', '部门', '邮箱', '代表团', '代表类别'], ...rows]).toBuffer();
  const form = new FormData();
  form.append(
    'file',
    new Blob([new Uint8Array(sheet)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    'roster.xlsx',
  );
  const preview = await secretary.post<Preview>(`/api/congress/roster-imports?sessionId=${sessionId}`, form);
  await secretary.decide(`/api/congress/roster-imports/${preview.importId}/confirmation`);
  return preview;
}

async function signEverybodyIn(house: House, { code, secretary }: Organisation): Promise<Person[]> {
  const { items } = await secretary.get<{ items: readonly { id: string; staffNo: string }[] }>(
    '/api/congress/members?sort=staffNo&pageSize=200',
  );
  const memberIds = items.filter(({ staffNo }) => staffNo.startsWith('T')).map(({ id }) => id);
  const { codes } = await secretary.post<{ codes: readonly { staffNo: string; signInCode: string }[] }>(
    '/api/congress/members/sign-in-codes',
    { memberIds },
  );
  const people: Person[] = [];
  for (const { staffNo, signInCode } of [...codes].sort((a, b) => a.staffNo.localeCompare(b.staffNo)))
    people.push(await firstSignIn(house.stranger, code, staffNo, signInCode));
  return people;
}
