/**
 * A process for PlantUML's activity diagrams with swimlanes, which know no arrow to a step that was drawn before: the main path runs
 * down, side branches end in the name of the step they lead to. `words` counts the connections that are told by name instead of drawn.
 */
export function plantumlText({ nodes, edges, owners, language, title }) {
  const said = (text) => text?.[language] ?? Object.values(text ?? {})[0] ?? '';
  const clean = (text) =>
    String(text)
      .replace(/[;|()\n]/gu, ' ')
      .trim();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ways = (id) => edges.filter(({ from, kind }) => from === id && kind === 'next');
  const lane = (id) => clean(said(owners.find((owner) => owner.id === byId.get(id)?.owner)?.name) || '—');
  const name = (id) => clean(said(byId.get(id)?.name) || id);

  const main = new Set();
  for (let id = nodes[0]?.id; id !== undefined && !main.has(id); id = ways(id)[0]?.to) main.add(id);
  const drawn = new Set();
  const lines = ['@startuml', `title ${clean(said(title))}`];
  let words = 0;
  let current;
  const move = (id) => {
    if (lane(id) === current) return;
    current = lane(id);
    lines.push(`|${current}|`);
  };
  const jump = (id) => {
    words++;
    lines.push(`:→ ${name(id)};`, 'detach');
  };
  /** Draws on from a step; `until` is the join that branches run to. Returns where it stopped, if that is the join. */
  const follow = (start, side, until) => {
    for (let id = start; ;) {
      if (id === until) return;
      if (drawn.has(id) || (side && main.has(id))) return void jump(id);
      drawn.add(id);
      const node = byId.get(id);
      const next = ways(id);
      move(id);
      for (const timeout of edges.filter(({ from, kind }) => from === id && kind === 'timeout')) {
        words++;
        node.late = name(timeout.to);
      }
      if (node.type === 'start') lines.push('start', `:${name(id)};`);
      else if (node.type === 'end') return void lines.push(`:${name(id)};`, 'stop');
      else if (node.type === 'fork') {
        const join = joinOf(id);
        lines.push('fork');
        next.forEach(({ to }, index) => {
          if (index > 0) lines.push('fork again');
          follow(to, false, join);
        });
        lines.push('end fork');
        if (join === undefined) return;
        id = join;
        continue;
      } else if (next.length > 1) {
        const label = ({ when, otherwise }) => clean(said(when) || (otherwise ? '…' : ''));
        lines.push(`if (${name(id)}) then (${label(next[0])})`);
        next.slice(1).forEach((way, index) => {
          lines.push(index === next.length - 2 ? `else (${label(way)})` : `elseif (…) then (${label(way)})`);
          follow(way.to, true, until);
        });
        move(id);
        lines.push('endif');
      } else lines.push(`:${name(id)};`, ...(node.late === undefined ? [] : [`note right: ⏱ → ${node.late}`]));
      const [way] = next;
      if (way === undefined) return void lines.push('detach');
      id = way.to;
    }
  };
  /** The first join that the first branch comes to. */
  const joinOf = (fork) => {
    const seen = new Set();
    for (let id = ways(fork)[0]?.to; id !== undefined && !seen.has(id); id = ways(id)[0]?.to) {
      if (byId.get(id)?.type === 'join') return id;
      seen.add(id);
    }
    return undefined;
  };
  move(nodes[0].id);
  follow(nodes[0].id, false, undefined);
  const left = nodes.filter(({ id }) => !drawn.has(id));
  return { text: [...lines, '@enduml', ''].join('\n'), words, left: left.length };
}
