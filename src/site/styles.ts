/**
 * The style sheet of a site: the colours of the theme as rules, then the rules of the pages.
 *
 * Dark is for screens alone: paper is white. It comes by the reader's system unless they chose otherwise, which the program in the page
 * notes at the root element.
 */
import { matrixRules } from '../render/matrix/style.js';
import type { Look } from '../render/format.js';
import { coloursOf, hueCount, paintsOf, type FixedLook } from '../render/svg/palette.js';
import { css } from './generated/client.js';

export function styleSheetOf(look: Look): string {
  const light: FixedLook = look === 'auto' ? 'light' : look;
  // A theme of one's own is about pictures; the pages around stay as they are, light and dark.
  const dark = (within: string): string =>
    `${within}{${variables('dark')}}${look === 'auto' ? paints('dark', `${within} `) : ''}`;
  return [
    `:root{${variables('light')}}`,
    paints(light),
    `@media screen and (prefers-color-scheme:dark){${dark(':root:not([data-theme=light])')}}`,
    `@media screen{${dark(':root[data-theme=dark]')}}`,
    matrixRules,
    css,
  ].join('\n');
}

function variables(look: 'light' | 'dark'): string {
  const { roles, lanes } = coloursOf(look);
  const [before, , after] = lanes;
  const own = Object.entries(roles).map(([role, colour]) => `--${role}:${colour}`);
  return [
    `color-scheme:${look}`,
    ...own,
    ...Array.from({ length: hueCount }, (_, hue) => `--hue-${hue}:${lanes[hue % lanes.length]?.fill ?? roles.header}`),
    `--before:${before?.line ?? roles.accent}`,
    `--after:${after?.line ?? roles.warning}`,
  ].join(';');
}

function paints(look: FixedLook, within = ''): string {
  return [...paintsOf(look)]
    .map(([name, { fill, stroke }]) => {
      const said = [
        fill === undefined ? [] : [`fill:${fill}`],
        stroke === undefined ? [] : [`stroke:${stroke}`],
      ].flat();
      return `${within}.picture .${name}{${said.join(';')}}`;
    })
    .join('');
}
