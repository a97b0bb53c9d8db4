/** The colours of a theme as custom properties of a page, by the names of their roles: `--ink`, `--accent`. */
import type { Colours } from '../theme/colours.js';
import type { Look } from '../format.js';
import { coloursOf } from '../svg/palette.js';

function rootOf({ roles }: Colours, scheme: string): string {
  const said = Object.entries(roles).map(([role, colour]) => `--${role}:${colour}`);
  return `:root{${[`color-scheme:${scheme}`, ...said].join(';')}}`;
}

/** `auto` follows the reader's screen, but not onto paper. */
export function themeVariables(look: Look): string {
  if (look !== 'auto') return rootOf(coloursOf(look), look === 'dark' ? 'dark' : 'light');
  const dark = rootOf(coloursOf('dark'), 'dark');
  return `${rootOf(coloursOf('light'), 'light')}@media screen and (prefers-color-scheme:dark){${dark}}`;
}
