import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading; landmarks can be jumped to. */
export function Section({ title, extra, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section card" aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  );
}
