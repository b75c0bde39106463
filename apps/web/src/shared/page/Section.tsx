import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly extra?: ReactNode;
  /** For the screen alone: what is pressed there means nothing on paper. */
  readonly isOnScreenOnly?: boolean;
  readonly children: ReactNode;
}

/** A part of a page with its heading; landmarks can be jumped to. */
export function Section({ title, extra, isOnScreenOnly = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={isOnScreenOnly ? 'section card not-printed' : 'section card'} aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  );
}
