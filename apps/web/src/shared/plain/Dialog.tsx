import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
  readonly title: string;
  /** Closed by Escape; a dialog without it must be answered. */
  readonly onClose?: () => void;
  /** Nothing of the page behind it is to be read meanwhile. */
  readonly isOpaque?: boolean;
  readonly children: ReactNode;
}

/** A question that waits for its answer: over the page, which rests meanwhile, and the focus goes back to where it came from. */
export function Dialog({ title, onClose, isOpaque = false, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) show(element);
    return () => {
      if (element?.open && typeof element.close === 'function') element.close();
      const isSomewhere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      if (isSomewhere) before.focus();
      else document.getElementById('content')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isOpaque ? 'dialog dialog-opaque' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** Browsers before 2022 know no dialogs: there it stands over the page by our style alone. */
function show(element: HTMLDialogElement): void {
  if (typeof element.showModal === 'function') element.showModal();
  else element.setAttribute('open', '');
  element.querySelector<HTMLElement>('[data-first]')?.focus(); // Else the first thing in it has the focus.
}
