/** A process for Graphviz, as one would write it there: lanes are clusters, decisions diamonds, timeouts dashed. */
export function graphvizText({ nodes, edges, owners, language }) {
  const said = (text) => text?.[language] ?? Object.values(text ?? {})[0] ?? '';
  const quoted = (text) => `"${String(text).replace(/["\\]/gu, '\\$&')}"`;
  const shapes = { decision: 'diamond', start: 'oval', end: 'oval', fork: 'box', join: 'box', subflow: 'box' };
  const used = owners.filter(({ id }) => nodes.some(({ owner }) => owner === id));
  const line = ({ id, type, name }) =>
    `    ${quoted(id)} [label=${quoted(said(name) || id)} shape=${shapes[type] ?? 'box'}${type === 'task' ? ' style=rounded' : ''}]`;
  const lanes = used.map(({ id, name }, index) =>
    [
      `  subgraph cluster_${index} {`,
      `    class=lane label=${quoted(said(name))}`,
      ...nodes.filter(({ owner }) => owner === id).map(line),
      '  }',
    ].join('\n'),
  );
  const free = nodes.filter(({ owner }) => !used.some(({ id }) => id === owner)).map(line);
  const arrows = edges.map(({ from, to, kind, when, otherwise, after }) => {
    const label =
      said(when) ||
      (kind === 'timeout' ? `⏱ ${(after?.iso ?? '').replace(/^PT?/u, '').toLowerCase()}` : otherwise ? '…' : '');
    return `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}${kind === 'timeout' ? ' style=dashed' : ''}]`;
  });
  return [
    'digraph {',
    '  node [fontname="Noto Sans SC" fontsize=14]',
    '  edge [fontname="Noto Sans SC" fontsize=12]',
    ...lanes,
    ...free,
    ...arrows,
    '}',
    '',
  ].join('\n');
}
