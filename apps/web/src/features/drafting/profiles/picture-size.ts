/** The longer side of a picture that is handed in: sharp on a phone, and far below what the service takes. */
const SIDE_MAX = 480;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture is handed in: smaller where it is larger, of the same shape, at least a pixel each way. */
export function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
