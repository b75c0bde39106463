import { fitted } from './picture-size.js';

const QUALITY = 0.85;

/** Said where a file is no picture that this browser can open. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

/**
 * A picture as it is handed in: drawn anew in this browser, small, on white. What the camera wrote into the file (where and when it was
 * taken, with what) never leaves the device, since nothing but the dots is drawn. @throws UnreadablePicture
 */
export async function scaledPicture(file: Blob): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = await opened(address);
    const { width, height } = fitted({ width: image.naturalWidth, height: image.naturalHeight });
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) throw new UnreadablePicture();
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(image, 0, 0, width, height);
    return await drawn(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Turned as the camera was held, which every browser does by itself. */
async function opened(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => Promise.reject(new UnreadablePicture()));
  return image;
}

const drawn = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadablePicture())), 'image/jpeg', QUALITY),
  );
