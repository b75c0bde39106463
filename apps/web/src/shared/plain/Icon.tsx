/** The few pictures of the frame and of the plain pages, drawn by lines of one width on a field of 24. */
const PATHS = {
  back: 'M19 12H5m6-7-7 7 7 7',
  home: 'M3 11.5 12 4l9 7.5M5.5 9.8V20h13V9.8M10 20v-6h4v6',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6',
  review: 'M6 3h8l4 4v5M14 3v4h4M6 3v18h5m2.5-3.5 2.5 2.5 4.5-5',
  handling: 'M4 7h16v13H4zM9 7V4h6v3M4 12.5h16',
  opinions: 'M4 5h16v11H11l-4 4v-4H4zM8 9.500h8M8 12.500h5',
  ballots: 'M4 4h16v16H4zM8 12l3 3 5.5-6',
  ledger: 'M5 3h14v18H5zM9 3v18M12 8h4m-4 4h4m-4 4h2',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-4 3-6 6.5-6s6.100 2 6.500 6M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.300c2 .8 3.200 2.700 3.500 5.700',
  bell: 'M6 17V10.500a6 6 0 0 1 12 0V17l1.500 1.500h-15zM10 21.500h4',
  ways: 'M4 10v4h3l7 4V6l-7 4zM17.500 9.500a4 4 0 0 1 0 5M20 7a8 8 0 0 1 0 10',
  year: 'M4 6h16v14H4zM4 10.500h16M8 3v5m8-5v5M8.500 15.500l2.500 2.500 4.500-4.500',
  person: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.5-4.500 3.500-6.500 7.500-6.500s7 2 7.500 6.500',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c-5 5.500-5 12.500 0 18 5-5.500 5-12.500 0-18z',
  leave: 'M10 4H4v16h6M9 12h12m-5-5 5 5-5 5',
  eye: 'M2 12c2.500-4.500 6-6.500 10-6.500s7.500 2 10 6.500c-2.500 4.500-6 6.500-10 6.500S4.500 16.500 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500m0-9v.5',
  good: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM7.500 12.500l3 3 6-6.500',
  warn: 'M12 3.500 2.500 20.500h19zM12 10v5m0 2.500v.5',
  bad: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6m0-6-6 6',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word. It says nothing of its own: whoever cannot see it misses nothing. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
