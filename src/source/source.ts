/**
 * Source: a text, what it says as plain data, and where each part of it stands. The first stage of the pipeline; it knows
 * places and YAML, and nothing of processes.
 */
import type { Locate } from '../model/diagnostic.js';

export interface Source {
  /** The path as the user gave it. */
  readonly file: string;
  /** The decoded text without a byte order mark; the offsets of every position count in it. */
  readonly text: string;
  /** The text cut into lines, for drawing one under a message. */
  readonly lines: readonly string[];
  /**
   * Maps, lists, strings, numbers, booleans and null. A key such as `__proto__` is an own property like any other. Parts that
   * anchors share are one and the same object. Where `sound` is false it is a guess, good enough to complete a word in an editor.
   */
  readonly data: unknown;
  /** False if the YAML is so broken that a message about `data` would be noise. */
  readonly sound: boolean;
  readonly locate: Locate;
  /** The path of the innermost entry at an offset; empty outside of all. */
  pathAt(offset: number): readonly (string | number)[];
}
