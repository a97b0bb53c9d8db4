/** The page of the comparison: tables and pictures, and where the others are better, told from the same figures. */

const names = {
  trackflow: 'trackflow',
  'mermaid-flowchart': 'Mermaid `flowchart`',
  'mermaid-swimlane-beta': 'Mermaid `swimlane-beta`',
  plantuml: 'PlantUML',
  graphviz: 'Graphviz',
};

const dash = (value) => (value === undefined ? '–' : String(value));
const area = ({ width, height }) => (width * height) / 1e6;
const aspect = ({ width, height }) => width / height;
/** How far from a page's shape, whichever way it lies. */
const stretch = (one) => Math.max(aspect(one), 1 / aspect(one));

/** @type {{ name: string, of: (drawn: object, example: object) => string, rank?: (drawn: object, example: object) => number | undefined, say: string }[]} */
const rows = [
  {
    name: 'connections drawn',
    of: ({ drawn, words }, { edges }) => `${drawn ?? edges - words} of ${edges}`,
    rank: ({ drawn, words }, { edges }) => edges - (drawn ?? edges - words),
    say: 'more connections drawn',
  },
  {
    name: 'crossings',
    of: ({ crossings }) => dash(crossings),
    rank: ({ crossings }) => crossings,
    say: 'fewer crossings',
  },
  {
    name: 'lines through a step',
    of: ({ through }) => dash(through),
    rank: ({ through }) => through,
    say: 'fewer lines through steps',
  },
  {
    name: 'bends',
    of: ({ bends }) => dash(bends),
    rank: ({ bends }) => (typeof bends === 'number' ? bends : undefined),
    say: 'fewer bends',
  },
  {
    name: 'connections that go on, not back',
    of: ({ forward }, { edges }) => (forward === undefined ? '–' : `${Math.round((100 * forward) / edges)} %`),
    rank: ({ forward }) => (forward === undefined ? undefined : -forward),
    say: 'more connections that go on',
  },
  {
    name: 'text outside its shape',
    of: ({ clipped }) => dash(clipped),
    rank: ({ clipped }) => clipped,
    say: 'less text outside its shape',
  },
  {
    name: 'lanes',
    of: ({ lanes }) => (lanes === 'bands' ? 'side by side' : 'scattered boxes'),
    rank: ({ lanes }) => (lanes === 'bands' ? 0 : 1),
    say: 'truer lanes',
  },
  {
    name: 'length of all lines, px',
    of: ({ length }) => dash(length),
    rank: ({ length }) => length,
    say: 'shorter lines',
  },
  { name: 'size, px', of: ({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`, say: '' },
  { name: 'area, million px²', of: (one) => area(one).toFixed(1), rank: area, say: 'a smaller picture' },
  { name: 'width to height', of: (one) => aspect(one).toFixed(2), rank: stretch, say: 'a shape more like a page' },
  {
    name: 'time, trackflow = 1',
    of: ({ ms }, { drawn }) => (ms / drawn[0].ms).toFixed(1),
    rank: ({ ms }) => ms,
    say: 'less time',
  },
];

function table(example) {
  const { drawn } = example;
  return [
    `| | ${drawn.map(({ tool }) => names[tool]).join(' | ')} |`,
    `| --- | ${drawn.map(() => '---:').join(' | ')} |`,
    ...rows.map(({ name, of }) => `| ${name} | ${drawn.map((one) => of(one, example)).join(' | ')} |`),
  ].join('\n');
}

/** For each tool: in what it is better than ours, and for how many of the processes. */
function betterThanOurs(examples) {
  const tools = examples[0].drawn.slice(1).map(({ tool }) => tool);
  return tools.map((tool) => {
    const points = rows.flatMap(({ rank, say }) => {
      if (rank === undefined) return [];
      const won = examples.filter((example) => {
        const [ours, theirs] = [example.drawn[0], example.drawn.find((one) => one.tool === tool)].map((one) =>
          rank(one, example),
        );
        return ours !== undefined && theirs !== undefined && theirs < ours - 1e-9;
      });
      return won.length === 0 ? [] : [`${say} (${won.map(({ id }) => id).join(', ')})`];
    });
    return `- **${names[tool]}**: ${points.length === 0 ? 'nothing.' : `${points.join('; ')}.`}`;
  });
}

export function page(examples, versions) {
  return `# The same process, drawn by others

Three of our [examples](../../examples) drawn by trackflow, by Mermaid ${versions.mermaid} (our own export, drawn by mermaid-cli), by PlantUML ${versions.plantuml}
and by Graphviz ${versions.graphviz}. \`node scripts/compare.mjs\` makes this page, its pictures and its figures.

${examples
  .map(
    (example) => `## ${example.title}

${example.nodes} steps, ${example.edges} connections: [\`${example.file.split('/').at(-1)}\`](../../${example.file}).

${table(example)}

${example.drawn.map(({ tool }) => `**${names[tool]}**\n\n![${example.title}, ${names[tool].replaceAll('`', '')}](${example.id}.${tool}.png)`).join('\n\n')}`,
  )
  .join('\n\n')}

## How the figures are read

All pictures are SVGs opened in one browser and read by one script. Connections are sampled along their paths, so that curves and corners are
measured alike; where two lines meet near an end they join, and that is no crossing. A line that is mostly neither level nor upright is a
curve and has no bends to count. Lanes are _side by side_ if they end at one height and none covers another; otherwise a reader cannot follow
a column down. Times are the fastest of three runs on one machine, from a text to an SVG, the start of each program included.

PlantUML's SVG has lines without connections, so that less can be read from it. Its activity diagrams have swimlanes, but no arrow to a step
that was drawn before: side branches and loops end in the name of the step they lead to, and what is told by name is not drawn. Graphviz has
no lanes; each is a cluster.

## Where the others are better

${betterThanOurs(examples).join('\n')}

Our lanes cost room: every step stands in the column of its owner and in the band of its phase, and carries its time limit and the marks of its data,
which the other pictures leave out. Who only wants the order of the steps has a smaller picture by \`--view flow\`. A tool that may put steps
anywhere has shorter lines, and one that bends them into curves has no corners. Graphviz is by far the fastest.
`;
}
