import { useEffect, useEffectEvent, useState } from 'react';
import { retryDelayMs } from '../../../api/event-stream.js';
import { isWorthRetrying } from '../../../shared/sealed/paper-steps.js';

interface Resending {
  readonly failures: number;
  /** The service said no: sending the same again is no use. */
  readonly isRefused: boolean;
  readonly now: () => void;
}

/** Sends at once, and again after each failure that may pass, with growing pauses; at once when the network is back. */
export function useResending(send: () => Promise<boolean>, problem: unknown): Resending {
  const [attempt, setAttempt] = useState({ number: 0 });
  const [failures, setFailures] = useState(0);
  const isRefused = problem !== null && !isWorthRetrying(problem);
  const sendNow = useEffectEvent(async () => {
    if (!(await send())) setFailures((before) => before + 1);
  });
  useEffect(() => {
    void sendNow();
  }, [attempt]);
  useEffect(() => {
    if (failures === 0 || isRefused) return;
    const again = () => setAttempt(({ number }) => ({ number: number + 1 }));
    const timer = setTimeout(again, retryDelayMs(failures, Math.random()));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [failures, isRefused]);
  return { failures, isRefused, now: () => setAttempt(({ number }) => ({ number: number + 1 })) };
}
