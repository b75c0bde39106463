import type { ReactNode } from 'react';
import './sideways-scroll.css';

interface SidewaysScrollProps {
  /** What is in it, for those who hear the page. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * Where a table may be wider than its page: it is moved sideways by keys as well, which the component library's own scrolling table is not.
 */
export const SidewaysScroll = ({ label, children }: SidewaysScrollProps) => (
  <div className="sideways-scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
