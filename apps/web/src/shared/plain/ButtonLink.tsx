import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass, type ButtonLook } from './Button.js';
import { Icon } from './Icon.js';

interface ButtonLinkProps extends ButtonLook {
  readonly to: string;
  /** What it is called where it shows a picture alone. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ to, label, icon, children, ...look }: ButtonLinkProps) {
  return (
    <Link to={to} className={buttonClass(look)} aria-label={label}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
