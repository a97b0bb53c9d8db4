/** The registry of themes: a new theme is a file in this folder and a line here. `auto` is no theme, but light or dark by the reader's screen. */
import { dark } from './dark.js';
import { light } from './light.js';
import { mono } from './mono.js';
import { paper } from './paper.js';

export const themes = [light, dark, mono, paper] as const;
