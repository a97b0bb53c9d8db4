/**
 * For black-and-white print and copies of copies: pure greys, few of them. What other themes say by hue is said by shapes, dashes and signs,
 * in every theme; here nothing else is left.
 */
import type { Theme } from '../theme/colours.js';

const white = { fill: '#ffffff', line: '#000000' } as const;

export const mono = {
  id: 'mono',
  summary: 'black, white and two greys, for black-and-white print',
  roles: {
    ground: '#ffffff',
    ink: '#000000',
    muted: '#333333',
    line: '#1a1a1a',
    accent: '#000000',
    warning: '#000000',
    failure: '#000000',
    success: '#000000',
    frame: '#333333',
    border: '#808080',
    band: '#ffffff',
    'band-odd': '#ffffff',
    header: '#eeeeee',
    bar: '#000000',
  },
  lanes: [
    { fill: '#eeeeee', line: '#000000' },
    { fill: '#ffffff', line: '#808080' },
  ],
  nodes: {
    start: white,
    end: white,
    success: white,
    failure: white,
    task: white,
    approval: white,
    decision: { fill: '#eeeeee', line: '#000000' },
    wait: white,
    subflow: white,
    store: { fill: '#eeeeee', line: '#000000' },
    party: white,
  },
} as const satisfies Theme;
