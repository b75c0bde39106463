import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type NewCall = components['schemas']['OpenCallRequest'];
export type Settings = components['schemas']['CallSettingsAnswer'];
export type Preset = components['schemas']['PresetAnswer'];
export type Participation = components['schemas']['ParticipationAnswer'];

const of = (id: string) => ({ params: { path: { id } } });

/** What a change of a call changes. */
export const CALL_CHANGES = [['calls'], ['proposals'], ['proposal']] as const;

/** Opens a call under rules that hold from then on. */
export const openCall = (call: NewCall) => answer(proposals.POST('/api/proposals/calls', { body: call }));
/** Gives more time; with null there is no last day any more. */
export const extendCall = (id: string, closesAt: string | null, version: number) =>
  answer(proposals.POST('/api/proposals/calls/{id}/extension', { ...of(id), body: { closesAt, version } }));
/** Ends it before its time. */
export const closeCall = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/calls/{id}/closing', { ...of(id), body: { version } }));
/** The day that so many days, working days or months lead to. */
export const countedDay = (kind: 'days' | 'working-days' | 'months', n: number, from: string) =>
  answer(proposals.GET('/api/proposals/calls/due-date', { params: { query: { kind, n, from } } }));
/** Rules of sources to start a call from, and the usual ones. */
export const presets = () => answer(proposals.GET('/api/proposals/calls/presets'));
/** Says how many proposals are hoped for. */
export const setTargets = (id: string, targets: components['schemas']['TargetsRequest']) =>
  answer(proposals.PUT('/api/proposals/calls/{id}/targets', { ...of(id), body: targets }));
/** How many have filed, of each delegation that one may read of. */
export const participationOf = (id: string) => answer(proposals.GET('/api/proposals/calls/{id}/participation', of(id)));
/** A page of those who have not filed. */
export const yetToFile = (id: string, page: number, pageSize: number, delegationId?: string) =>
  answer(
    proposals.GET('/api/proposals/calls/{id}/participation/yet-to-file', {
      params: { path: { id }, query: { page, pageSize, ...(delegationId && { delegationId }) } },
    }),
  );
