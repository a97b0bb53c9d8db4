/** How the compiler gets at files: by a function of its caller, so that it runs on a disk, in an editor, or on a map in a test. */

export type Loaded =
  | { readonly kind: 'ok'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** It lies, or leads by a link, outside the project folder. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Synchronous, and the same for the same path as long as a compiler lives. */
export type Load = (path: string) => Loaded;
