import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  /** The group that radios are of: the arrow keys go round in it. */
  readonly group: string;
  readonly isMarked: boolean;
  /** May not be marked now; it can still be reached and read. */
  readonly isClosed?: boolean;
  readonly look?: string;
  readonly onMark: () => void;
  readonly children: ReactNode;
}

/** One answer, large enough for every thumb. The browser's own control lies over it, so that keys and screen readers work as everywhere. */
export function Choice({ kind, group, isMarked, isClosed = false, look = '', onMark, children }: ChoiceProps) {
  return (
    <label
      className={['answer', isMarked ? 'answer-marked' : '', isClosed ? 'answer-closed' : '', look].filter((name) => name !== '').join(' ')}
    >
      <input
        type={kind}
        name={group}
        checked={isMarked}
        aria-disabled={isClosed || undefined}
        onChange={() => (isClosed ? undefined : onMark())}
      />
      {children}
    </label>
  );
}
