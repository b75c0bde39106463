import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

export type OwnDevice = components['schemas']['OwnDevice'];

export const DEVICES = ['own-devices'] as const;

/** The devices that one is signed in on, this one first. */
export function useDevices(): UseQueryResult<readonly OwnDevice[]> {
  return useQuery({ queryKey: [...DEVICES], queryFn: async () => (await answer(congress.GET('/api/congress/me/devices'))).items });
}

export const changePassword = (oldPassword: string, newPassword: string) =>
  answer(congress.PUT('/api/congress/me/password', { body: { oldPassword, newPassword } }));
export const changeMobile = (mobile: string | null) => answer(congress.PUT('/api/congress/me/mobile', { body: { mobile } }));
export const signOutDevice = (id: string) => answer(congress.DELETE('/api/congress/me/devices/{id}', { params: { path: { id } } }));
export const signOutOthers = () => answer(congress.DELETE('/api/congress/me/devices'));
