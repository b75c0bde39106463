import { useRef } from 'react';

/**
 * Keys for requests that a bad network may make us send twice: the same content gets the same key, so the service does it once;
 * changed content is another request and gets another key.
 */
export function useRetryKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (text !== last.current.content) last.current = { content: text, key: newKey() };
    return last.current.key;
  };
}

/** A random UUID. `crypto.randomUUID` is missing where the house is reached by plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40; // Version 4.
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80; // The variant of RFC 9562.
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
