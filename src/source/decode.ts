/**
 * Bytes to text, or the one reason why these bytes are no text file.
 *
 * Separate from YAML because here a file is refused as a whole: a wrong guess at its encoding would turn every Chinese name into
 * rubbish that still parses. Only UTF-8 is read, with or without byte order mark; other encodings are recognised and named.
 */
import type { Diagnostic, Span } from '../model/diagnostic.js';
import { diagnose } from '../model/codes.js';
import { mostSlips } from './control-characters.js';
import { maxBytes } from './limits.js';
import { lineTable } from './line-table.js';

/** What to do about a file that is too large, by its size or by what it holds. */
export const splitHint = 'Split it into child flows, and move what flows share into a library named in `use`.';

/** Longer beginnings are not needed to recognise a binary file. */
const sample = 4096;

export function decode(file: string, bytes: Uint8Array): { readonly text: string } | { readonly refused: Diagnostic } {
  if (bytes.length > maxBytes) return { refused: tooLarge(file, bytes.length) };
  const unicode16 = utf16(bytes);
  if (unicode16 !== undefined) {
    const message = `This file is written in ${unicode16}; trackflow reads UTF-8.`;
    return {
      refused: diagnose('file-utf16', message, atStart(file), {
        hint: 'In the editor, choose "Save with encoding" and then UTF-8.',
      }),
    };
  }
  if (bytes.subarray(0, sample).includes(0) && !isTextWithSlip(bytes)) {
    return {
      refused: diagnose('file-binary', 'This is not a text file: it contains zero bytes.', atStart(file), {
        hint: 'Is it the right one? It may be a picture, an office document or an archive under a wrong name.',
      }),
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refused: notUtf8(file, bytes) };
  }
}

/** Also for a host that knows the size before it reads. */
export function tooLarge(file: string, size: number): Diagnostic {
  const megabytes = (size / 1_000_000).toFixed(1);
  return diagnose(
    'file-too-large',
    `The file has ${megabytes} MB; trackflow reads at most ${String(maxBytes / 1_000_000)} MB.`,
    atStart(file),
    {
      hint: splitHint,
    },
  );
}

export function atStart(file: string): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}

/** A zero byte that got into a text is told at its place, as any other control character is. */
function isTextWithSlip(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at !== -1 && zeros <= mostSlips; at = bytes.indexOf(0, at + 1)) zeros++;
  return zeros <= mostSlips && decodes('utf-8', bytes);
}

/** By its byte order mark, or because every other byte of the beginning is zero, as in ASCII saved as UTF-16. */
function utf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  if (first === undefined || second === undefined || bytes.length < 4 || (first === 0) === (second === 0))
    return undefined;
  const head = bytes.subarray(0, Math.min(bytes.length & ~1, 16));
  return head.every((byte, index) => (index % 2 === (first === 0 ? 0 : 1)) === (byte === 0)) ? 'UTF-16' : undefined;
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const bad = firstInvalid(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad));
  const start = lineTable(before).position(before.length);
  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const message = `The file is not UTF-8: byte ${String(bad + 1)} (0x${byte}) does not belong there.`;
  const hint = decodes('gb18030', bytes)
    ? 'It may be GBK, the default of many Chinese editors: choose "Save with encoding" and then UTF-8.'
    : 'In the editor, choose "Save with encoding" and then UTF-8.';
  return diagnose('file-not-utf8', message, { file, start, end: start }, { hint });
}

/** `unfinished`: a last character that is cut short is allowed. */
function decodes(encoding: string, bytes: Uint8Array, unfinished = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

/** The index of the first byte that strict UTF-8 does not allow; the decoder itself does not tell. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (decodes('utf-8', bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // What goes wrong in the middle of a character is wrong from its first byte, three back at most.
  while (low > 0 && !decodes('utf-8', bytes.subarray(0, low))) low--;
  return low;
}
