import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly text: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** Nothing here, said kindly, with what one can do about it. */
export function EmptyState({ text, hint, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg
        width="56"
        height="40"
        viewBox="0 0 56 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M4 22 13 6h30l9 16v12H4zM4 22h14l3 5h14l3-5h14" />
      </svg>
      <div>{text}</div>
      {hint && <div className="quiet">{hint}</div>}
      {children}
    </div>
  );
}
