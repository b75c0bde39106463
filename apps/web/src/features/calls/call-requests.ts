import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type NewCall = components['schemas']['OpenCallRequest'];
export type Settings = components['schemas']['CallSettingsAnswer'];
export type Preset = components['schemas']['PresetAnswer'];

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
