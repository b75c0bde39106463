import { answer, congress, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Requests = components['schemas'];
export type Judgement = Omit<Requests['RatingRequest'], 'version' | 'confirmation'>;

const on = (id: string, handlingId: string) => ({ params: { path: { id, handlingId } } });

/** Shows the password again, for rating this handling alone. */
const confirmed = async (password: string, about: string): Promise<string> =>
  (await answer(congress.POST('/api/congress/me/confirmations', { body: { password, act: 'rate-reply', about } }))).confirmation;

/** Judges the reply of one unit: whoever sits there has shown the password for it. */
export const rateReply = async (
  id: string,
  handlingId: string,
  password: string,
  rating: Omit<Requests['RatingRequest'], 'confirmation'>,
) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/rating', {
      ...on(id, handlingId),
      body: { ...rating, confirmation: await confirmed(password, handlingId) },
    }),
  );
/** Says why one did not rate in time. */
export const explainSilence = (id: string, handlingId: string, explanation: string, version: number) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/silence', {
      ...on(id, handlingId),
      body: { explanation, version },
    }),
  );
/** Records the meeting after the last round, which ends the work. */
export const recordMeeting = (id: string, handlingId: string, meeting: Requests['EscalationMeetingRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/meeting', { ...on(id, handlingId), body: meeting }));
