/** The measurements as a table for people. */
export function table({ node, cpu, rounds, nodes, results, absent }) {
  const many = results.some(({ megabytes }) => megabytes !== undefined);
  const rows = [
    ['', 'median', 'fastest – slowest', '× empty', many ? 'memory' : '× mermaid-cli'],
    ...results.map(({ id, ms, fastest, slowest, toEmpty, toMermaid, megabytes }) => [
      id,
      `${ms.toFixed(0)} ms`,
      `${fastest.toFixed(0)} – ${slowest.toFixed(0)} ms`,
      toEmpty.toFixed(2),
      toMermaid?.toFixed(2) ?? (megabytes === undefined ? '' : `${megabytes} MB`),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [
    `${many ? 'Projects of many flows' : `One flow of ${nodes} nodes`}, Node ${node.slice(1)}, ${rounds} rounds (slow ones 3), ${cpu}`,
    '',
    ...rows.map((row) => line(row).trimEnd()),
    ...(absent.length === 0 ? [] : ['', ...absent.map(({ id, why }) => `Left out: ${id} (${why})`)]),
  ].join('\n');
}
