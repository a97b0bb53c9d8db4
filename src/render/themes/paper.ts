/** For documents: ivory and sepia, almost no filled surfaces, so that it prints with little ink and stands quietly beside text. */
import type { Theme } from '../theme/colours.js';

const plain = (line: string): { fill: '#fffdf8'; line: string } => ({ fill: '#fffdf8', line });

export const paper = {
  id: 'paper',
  summary: 'ivory with thin colours and little ink, for documents',
  roles: {
    ground: '#fffdf8',
    ink: '#2b2620',
    muted: '#5f564a',
    line: '#5a5147',
    accent: '#5b4a1f',
    warning: '#8f4310',
    failure: '#98302f',
    success: '#3f6330',
    frame: '#a2978a',
    border: '#cfc6b8',
    band: '#fffdf8',
    'band-odd': '#fffdf8',
    header: '#f7f1e4',
    bar: '#3d362e',
  },
  lanes: [
    { fill: '#f3efe6', line: '#7a5c28' },
    { fill: '#eef1e6', line: '#55682f' },
    { fill: '#f5ece2', line: '#95541f' },
    { fill: '#efecf0', line: '#6a5478' },
    { fill: '#e9f0ee', line: '#2f6a62' },
    { fill: '#f5e9e6', line: '#943f37' },
  ],
  nodes: {
    start: plain('#3f6330'),
    end: plain('#5a5147'),
    success: plain('#3f6330'),
    failure: plain('#98302f'),
    task: plain('#6b6155'),
    approval: plain('#84601a'),
    decision: plain('#8a6414'),
    wait: plain('#6a5478'),
    subflow: plain('#2f6a62'),
    store: plain('#4d5f74'),
    party: plain('#5c5640'),
  },
} as const satisfies Theme;
