import type { ReactNode } from 'react';

/** What a state asks of the reader: nothing, patience, attention, or that it went well or badly. */
export type Tone = 'quiet' | 'running' | 'waiting' | 'good' | 'bad';

/** A short word on a coloured ground, dark enough to be read by everybody. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
