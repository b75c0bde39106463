import { type ReactNode, useEffect, useRef } from 'react';

interface StepFocusProps {
  /** Which step is shown. */
  readonly step: string;
  readonly children: ReactNode;
}

/**
 * Where one step gives way to the next, the button that was pressed is gone: the focus goes to the heading of what came, not to the top of
 * the page.
 */
export function StepFocus({ step, children }: StepFocusProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const head = place.current?.querySelector<HTMLElement>('h2') ?? place.current;
    if (!head) return;
    head.tabIndex = -1;
    head.focus();
  }, [step]);
  return (
    <div ref={place} className="step">
      {children}
    </div>
  );
}
