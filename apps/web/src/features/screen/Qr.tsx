import { generate } from 'lean-qr';
import { useMemo } from 'react';

const QUIET_ZONE = 4; // Modules of white around the code, without which cameras do not find it.

/** An address as a QR code, drawn in the page: nothing is asked of any server. Always dark on white, which every camera reads. */
export function Qr({ address, label }: { readonly address: string; readonly label: string }) {
  const { size, squares } = useMemo(() => {
    const code = generate(address);
    const dark = Array.from({ length: code.size * code.size }, (_, at) => [at % code.size, Math.floor(at / code.size)] as const).filter(
      ([x, y]) => code.get(x, y),
    );
    return { size: code.size, squares: dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('') };
  }, [address]);
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      className="screen-qr"
      role="img"
      aria-label={label}
      data-address={address}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}
