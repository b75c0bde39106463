import { useState } from 'react';
import { useStepWords } from '../../shared/sealed/use-step-words.js';

interface DeviceStep {
  readonly isBusy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | null;
  readonly take: (step: () => Promise<unknown>) => Promise<void>;
}

/** A step on the scrutineer's device. Not a mutation of the query client, which would keep what it was given: a key, or a share. */
export function useDeviceStep(): DeviceStep {
  const words = useStepWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (step: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await step();
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem: problem === null ? null : words(problem), take };
}
