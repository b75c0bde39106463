import type { ReactNode } from 'react';
import { Icon } from './Icon.js';

interface NoticeProps {
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to be noticed on the page. What went wrong, or may, is also said aloud. */
export function Notice({ tone, title, text, action }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' || tone === 'warn' ? 'alert' : undefined}>
      <Icon name={tone} size={20} />
      <div className="notice-words">
        <div className={text ? 'notice-title' : undefined}>{title}</div>
        {text && <div>{text}</div>}
      </div>
      {action}
    </div>
  );
}
