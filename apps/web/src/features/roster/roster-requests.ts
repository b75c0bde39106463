import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';
import type { MemberPage } from '../../api/shapes.js';

type Shapes = components['schemas'];
export type RosterImport = Shapes['RosterImportResponse'];
export type RosterRow = Shapes['RosterRowResponse'];
export type Member = Shapes['MemberResponse'];
export type SignInCode = Shapes['SignInCodeResponse'];

export type Registering = Shapes['RegisterMemberRequest'];
export type Amending = Omit<Shapes['AmendMemberRequest'], 'version'>;

export const PAGE_SIZE = 50;
const PAGE_MAX = 200;

/** People whose name or staff number matches, page by page, by the strokes of their names. */
export function useMemberPage(search: string, page: number): UseQueryResult<MemberPage> {
  return useQuery({
    queryKey: ['members', 'roster', search, page],
    queryFn: () =>
      answer(
        congress.GET('/api/congress/members', { params: { query: { ...(search === '' ? {} : { search }), page, pageSize: PAGE_SIZE } } }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** A member as it is now; what the list knew of it until it is asked anew. Null for somebody who is not there yet. */
export function useMember(known: Member | null): Member | null {
  const { data } = useQuery({
    queryKey: ['members', 'one', known?.id],
    queryFn: () => (known ? fetchMember(known.id) : null),
    initialData: known,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data;
}

/** Has a roster checked; nothing is written. */
export function uploadRoster(file: File, sessionId: string | null): Promise<RosterImport> {
  const form = new FormData();
  form.append('file', file);
  const query = sessionId === null ? {} : { sessionId };
  return answer(
    congress.POST('/api/congress/roster-imports', { params: { query }, body: { file: file.name }, bodySerializer: () => form }),
  );
}

export const fetchRoster = (id: string) => answer(congress.GET('/api/congress/roster-imports/{id}', { params: { path: { id } } }));
export const confirmRoster = (id: string, version: number) =>
  answer(congress.POST('/api/congress/roster-imports/{id}/confirmation', { params: { path: { id } }, body: { version } }));
/** Says which of the missing units and delegations the roster is to set up; answers the preview that follows. */
export const chooseCreations = (id: string, names: Shapes['ChooseCreationsRequest']) =>
  answer(congress.PUT('/api/congress/roster-imports/{id}/creations', { params: { path: { id } }, body: names }));
export const issueCodes = (memberIds: string[]) => answer(congress.POST('/api/congress/members/sign-in-codes', { body: { memberIds } }));
export const registerMember = (member: Registering) => answer(congress.POST('/api/congress/members', { body: member }));
export const amendMember = (id: string, changes: Shapes['AmendMemberRequest']) =>
  answer(congress.PATCH('/api/congress/members/{id}', { params: { path: { id } }, body: changes }));

export const fetchMember = (id: string) => answer(congress.GET('/api/congress/members/{id}', { params: { path: { id } } }));
export const unlockSignIn = (id: string) => answer(congress.POST('/api/congress/members/{id}/unlocking', { params: { path: { id } } }));

/** Everybody the search finds who can be given a first sign-in: is here, and has neither a password nor a code that still holds. */
export async function findWithoutSignIn(search: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 1, total = 1; (page - 1) * PAGE_MAX < total; page += 1) {
    const query = { ...(search === '' ? {} : { search }), page, pageSize: PAGE_MAX, sort: 'staffNo' as const };
    const answered = await answer(congress.GET('/api/congress/members', { params: { query } }));
    total = answered.total;
    found.push(...answered.items.filter(({ active, account }) => active && account === 'NONE').map(({ id }) => id));
  }
  return found;
}
