import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { Icon, type IconName } from './Icon.js';

export interface ButtonLook {
  readonly look?: 'primary' | 'plain' | 'text' | 'danger';
  readonly isLarge?: boolean;
  /** As wide as its place. */
  readonly isWide?: boolean;
  readonly icon?: IconName;
}

type ButtonProps = ButtonLook & ComponentPropsWithRef<'button'> & { readonly isBusy?: boolean };

/** A button. While it is busy it keeps the focus and does nothing: a disabled one would drop it to the top of the page. */
export function Button({
  look = 'plain',
  isLarge = false,
  isWide = false,
  icon,
  isBusy = false,
  type = 'button',
  onClick,
  children,
  ...button
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...button}
      type={type}
      className={buttonClass({ look, isLarge, isWide })}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={press}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export const buttonClass = ({ look = 'plain', isLarge = false, isWide = false }: ButtonLook): string =>
  `button button-${look}${isLarge ? ' button-large' : ''}${isWide ? ' button-wide' : ''}`;
