import type { Person } from '../lib/api-client.js';
import type { Record } from './record.js';
import type { Staff } from './staff.js';

const PROPOSALS = '/api/proposals/proposals';

/** Three that were merged, taken apart, and merged again into another of them. */
export interface Merged {
  /** Into which first, and in the end. */
  readonly first: string;
  readonly into: string;
  readonly leads: readonly Person[];
  /** All who signed one of them. */
  readonly signers: readonly Person[];
}

interface Page {
  readonly version: number;
  readonly leadProposer: { readonly id: string };
  readonly signatures: readonly { readonly member: { readonly id: string } }[];
}

type Three<T> = readonly [T, T, T];

/** The committee merges three (并案) with the consent of all their proposers, thinks better of it, and merges them into the second. */
export async function mergeThree(staff: Staff, committee: Person, ids: Three<string>, record: Record): Promise<Merged> {
  const pages = await Promise.all(ids.map((id) => committee.get<Page>(`${PROPOSALS}/${id}`)));
  const people = (those: readonly { readonly id: string }[]): Person[] =>
    staff.delegates.filter(({ memberId }) => those.some(({ id }) => id === memberId));
  const leadOf = new Map(ids.map((id, nth) => [id, people([pages[nth]!.leadProposer])[0]!]));
  const signers = people(pages.flatMap(({ leadProposer, signatures }) => [leadProposer, ...signatures.map(({ member }) => member)]));
  const merge = async (master: string, children: readonly string[]): Promise<void> => {
    const { items } = await committee.decide<{ items: readonly { id: string; version: number }[] }>(`${PROPOSALS}/${master}/requests`, {
      kind: 'merge-consent',
      reason: '三件提案所提为同一事项。',
      wish: { childIds: children },
    });
    for (const [nth, id] of [master, ...children].entries()) {
      const { id: requestId, version } = items[nth]!;
      await leadOf.get(id)!.post(`${PROPOSALS}/${id}/requests/${requestId}/answer`, { outcome: 'CONSENTED', version });
    }
  };

  const [first, second, third] = ids;
  await merge(first, [second, third]);
  await committee.decide(`${PROPOSALS}/${first}/merging/undoing`, { reason: '第二件表述更完整，宜以其为主案。' });
  await merge(second, [first, third]);
  record.step('three are merged (并案) with the consent of their proposers, taken apart, and merged into the second of them');

  const leads = ids.map((id) => leadOf.get(id)!);
  const { jointProposers } = await committee.get<{ jointProposers: readonly { id: string }[] }>(`${PROPOSALS}/${second}/merging`);
  record.fact(
    'the proposers of what was merged propose it jointly',
    people(jointProposers).map(({ staffNo }) => staffNo),
    [leads[0]!, leads[2]!].map(({ staffNo }) => staffNo),
  );
  return { first, into: second, leads, signers };
}
