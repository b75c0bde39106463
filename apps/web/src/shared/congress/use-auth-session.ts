import { useSyncExternalStore } from 'react';
import { session } from '../../api/client.js';
import type { SessionState } from '../../api/session.js';

/** Who is signed in in this tab. */
export const useAuthSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);
