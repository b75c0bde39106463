import { useEffect, useState } from 'react';
import { DEVICE } from '../../../shared/sealed/paper-queries.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';
import { KeptMarks } from './kept-marks.js';
import { blankPaper, type Marks, type Pair, type Question, readMarks, sizesOf, writeMarks } from './paper.js';

interface MarksOfPaper {
  /** Null until it is known whether some were kept. */
  readonly marks: Marks | null;
  readonly change: (how: (before: Marks) => Marks) => void;
  readonly forget: () => void;
}

/** What is marked on a paper, kept for the voter until it is sealed; see {@link KeptMarks}. */
export function useMarks(own: OwnPaper, questions: readonly Question[], pairs: readonly Pair[]): MarksOfPaper {
  const { secret, isSlip = false } = own;
  const [kept] = useState(() => (secret === null || isSlip ? null : new KeptMarks(sessionStorage, DEVICE.runTask, own, secret)));
  const [marks, setMarks] = useState<Marks | null>(kept === null ? blankPaper(questions, pairs) : null);
  const sizes = sizesOf(questions, pairs);
  useEffect(() => {
    if (kept === null) return;
    let isGone = false;
    const take = (text: string | null) => {
      if (!isGone) setMarks((before) => before ?? (text === null ? null : readMarks(sizes, text)) ?? blankPaper(questions, pairs));
    };
    // A browser that keeps nothing has a blank paper.
    kept.recall().then(take, () => take(null));
    return () => {
      isGone = true;
    };
    // The paper is frozen: it is read once.
  }, [kept]);
  const change = (how: (before: Marks) => Marks) => {
    if (marks === null) return;
    const after = how(marks);
    setMarks(after);
    void kept?.keep(writeMarks(sizes, after)).catch(() => undefined);
  };
  return { marks, change, forget: () => kept?.forget() };
}
