import './sealed.css';

const GROUP = 4;
const SHORT = 16;

interface FingerprintProps {
  readonly text: string;
  /** Only its beginning: enough to compare with a screen, too little to be copied by mistake as the whole. */
  readonly isShort?: boolean;
  /** Read from the other end of a hall, or aloud. */
  readonly isLarge?: boolean;
}

/** A hash in groups of four, as people compare it: aloud, or by eye with a screen. */
export function Fingerprint({ text, isShort = false, isLarge = false }: FingerprintProps) {
  const shown = isShort ? text.slice(0, SHORT) : text;
  const groups = shown.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
  return (
    <span className={isLarge ? 'fingerprint fingerprint-large' : 'fingerprint'}>
      {groups.map((group, at) => (
        <span key={`${at}-${group}`}>{group}</span>
      ))}
      {shown.length < text.length && <span aria-hidden>…</span>}
    </span>
  );
}
