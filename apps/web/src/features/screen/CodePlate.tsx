import { Qr } from './Qr.js';

/** A QR code with the words that say what it is for. `path` is an address of this house. */
export function CodePlate({ path, words }: { readonly path: string; readonly words: string }) {
  return (
    <figure className="screen-code">
      <Qr address={new URL(path, window.location.origin).href} label={words} />
      <figcaption>{words}</figcaption>
    </figure>
  );
}
