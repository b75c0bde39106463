import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface PrintSheetProps {
  /** What the sheet is, at its head: paper lies around without its page. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** What goes on paper instead of the page, where the two are not the same: unseen on the screen, and all that is printed. */
export const PrintSheet = ({ title, children }: PrintSheetProps) =>
  createPortal(
    <div className="print-sheet" aria-hidden="true">
      {title && <p className="print-sheet-title">{title}</p>}
      {children}
    </div>,
    document.body,
  );
