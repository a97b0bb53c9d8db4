/**
 * How much a file may ask of the reader. In one place so that the host can refuse a file before reading it, and because each limit
 * guards against the same thing: a small or hostile file that would cost unbounded time or memory.
 */

/** Bytes. A flow of a thousand richly described nodes is about 1.5 MB. */
export const maxBytes = 5_000_000;

/** Lexical tokens of YAML; a thousand richly described nodes have about 300 000. Time and memory grow with these, not with bytes. */
export const maxTokens = 500_000;

/** Lists and maps inside each other; the language itself needs eight. */
export const maxDepth = 100;

/** Values that aliases may repeat, all told: moderate reuse stays far below, ten levels of ten aliases are a thousand million. */
export const maxRepeated = 50_000;

/** Syntax mistakes told in one run. Nobody reads more, and each costs a look at the whole file. */
export const maxFaults = 30;
