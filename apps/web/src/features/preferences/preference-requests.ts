import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { Preferences, WantedPreferences } from './chosen.js';

/** What changed preferences change. */
export const PREFERENCE_CHANGES = [['preferences']] as const;

/** How one is told. */
export const usePreferences = (): UseQueryResult<Preferences> =>
  useQuery({ queryKey: ['preferences'], queryFn: () => answer(notifier.GET('/api/notifier/preferences')) });

/** Keeps how one wants to be told, made of the version that was read. */
export const setPreferences = (wanted: WantedPreferences, version: number) =>
  answer(notifier.PUT('/api/notifier/preferences', { body: { ...wanted, version } }));
