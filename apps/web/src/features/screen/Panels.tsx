import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const TURN_MS = 10_000; // Long enough to read five lines from the last row.

interface Panel {
  readonly name: string;
  readonly content: ReactNode;
}

/**
 * What does not fit on the wall at a size that the last row reads is shown in turn. The arrow keys turn by hand, and the space bar stops
 * the turning, so that the head of the board can be compared at leisure.
 */
export function Panels({ panels }: { readonly panels: readonly Panel[] }) {
  const { t } = useTranslation('screen');
  const [at, setAt] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const count = panels.length;
  useEffect(() => {
    if (isHeld || count < 2) return;
    const timer = window.setInterval(() => setAt((now) => now + 1), TURN_MS);
    return () => window.clearInterval(timer);
  }, [isHeld, count, at]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') setAt((now) => now + 1);
      if (key === 'ArrowLeft') setAt((now) => now + count - 1);
      if (key === ' ') setHeld((held) => !held);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count]);
  const shown = panels[at % Math.max(count, 1)];
  if (!shown) return null;
  return (
    <>
      <div className="screen-panel" data-panel={shown.name}>
        {shown.content}
      </div>
      {count > 1 && (
        <p className="screen-turn" role="img" aria-label={t('turn', { no: (at % count) + 1, count })}>
          {panels.map(({ name }, index) => (
            <span key={name} className={index === at % count ? 'screen-dot screen-dot-on' : 'screen-dot'} />
          ))}
        </p>
      )}
    </>
  );
}
