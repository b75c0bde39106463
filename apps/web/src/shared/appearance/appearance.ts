import { useSyncExternalStore } from 'react';

/** How this browser shows every page: which colours, and how large. */
export const SCHEMES = ['system', 'light', 'dark'] as const;
export const TYPE_SIZES = ['normal', 'large', 'larger'] as const;
export type SchemeChoice = (typeof SCHEMES)[number];
export type TypeSize = (typeof TYPE_SIZES)[number];
export type Scheme = 'light' | 'dark';

/** How much larger than the device's own size text is shown. */
export const TYPE_SCALE: Readonly<Record<TypeSize, number>> = { normal: 1, large: 1.2, larger: 1.4 };

export interface Appearance {
  readonly choice: SchemeChoice;
  readonly typeSize: TypeSize;
  /** What comes of the choice, of the device's own setting, and of whether the page is being printed: paper is white. */
  readonly scheme: Scheme;
}

const CHOICE = 'plenum.scheme';
const SIZE = 'plenum.type-size';
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let isPrinting = false;
let current = read();

function read(): Appearance {
  const choice = SCHEMES.find((word) => word === localStorage.getItem(CHOICE)) ?? 'system';
  const typeSize = TYPE_SIZES.find((word) => word === localStorage.getItem(SIZE)) ?? 'normal';
  const isDark = !isPrinting && (choice === 'dark' || (choice === 'system' && darkDevice.matches));
  return { choice, typeSize, scheme: isDark ? 'dark' : 'light' };
}

function apply(): void {
  current = read();
  const { dataset, style } = document.documentElement;
  dataset['scheme'] = current.scheme;
  style.setProperty('--type-scale', String(TYPE_SCALE[current.typeSize]));
  for (const listener of [...listeners]) listener();
}

/** Puts the choice of this browser into effect before anything is drawn, and follows the device, the printer and other tabs. */
export function startAppearance(): void {
  apply();
  darkDevice.addEventListener('change', apply);
  window.addEventListener('storage', apply);
  window.addEventListener('beforeprint', () => ((isPrinting = true), apply()));
  window.addEventListener('afterprint', () => ((isPrinting = false), apply()));
}

/** Chooses the colours of this browser, for good. */
export function chooseScheme(choice: SchemeChoice): void {
  localStorage.setItem(CHOICE, choice);
  apply();
}

/** Chooses the size of text in this browser, for good. */
export function chooseTypeSize(size: TypeSize): void {
  localStorage.setItem(SIZE, size);
  apply();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How pages are shown in this browser; told anew whenever that changes. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
