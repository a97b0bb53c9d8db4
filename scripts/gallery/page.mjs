/** The page: sums first, then every picture before and after, with what changed in its figures. */

/** For which figures less is better; for the others the share of what there is counts, or nothing does. */
const less = ['crossings', 'bends', 'length', 'area'];
const more = ['levelHandoffs', 'straightMain'];

const escape = (text) => String(text).replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function verdict(name, before, after) {
  if (before === undefined || before === after) return '';
  if (less.includes(name)) return after < before ? 'better' : 'worse';
  if (more.includes(name)) return after > before ? 'better' : 'worse';
  return '';
}

function figures(before, after) {
  const names = Object.keys(after ?? before);
  const rows = names.map((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    const cell = (value) => (typeof value === 'number' ? shown(value) : '–');
    return `<tr class="${was === is ? 'same' : verdict(name, was, is)}"><th>${escape(name)}</th><td>${cell(was)}</td><td>${cell(is)}</td></tr>`;
  });
  return `<table><tr><th></th><th>before</th><th>after</th></tr>${rows.join('')}</table>`;
}

function sum(pictures) {
  const total = {};
  for (const { figures: of } of pictures) {
    for (const [name, value] of Object.entries(of)) if (name !== 'aspect') total[name] = (total[name] ?? 0) + value;
  }
  return total;
}

function picture(side, one) {
  if (one === undefined) return `<figure><p>not drawn ${side}</p></figure>`;
  const broken = one.broken.map((what) => `<li>${escape(what)}</li>`).join('');
  const file = `${side}/${encodeURIComponent(one.id)}.svg`;
  return `<figure><figcaption>${side} · ${one.direction}</figcaption><a href="${file}"><img src="${file}" alt="" loading="lazy"></a>${broken === '' ? '' : `<ul class="worse">${broken}</ul>`}</figure>`;
}

/** @param {string} title @param {{ before?: object, after: object }[]} pairs */
export function page(title, pairs) {
  const both = pairs.filter(({ before }) => before !== undefined);
  const changed = pairs.filter(({ before, after }) => before?.svg !== after.svg).length;
  const sections = pairs.map(({ before, after }) => {
    const same = before?.svg === after.svg;
    return `<section id="${escape(after.id)}" class="${same ? 'unchanged' : ''}"><h2><a href="#${escape(after.id)}">${escape(after.id)}</a>${same ? ' · unchanged' : ''}</h2>
<div class="pair">${picture('before', before)}${picture('after', after)}${figures(before?.figures, after.figures)}</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>
body{font:14px/1.4 system-ui,sans-serif;margin:24px;color:#1b2433;background:#eef1f5}
.pair{display:grid;grid-template-columns:1fr 1fr 230px;gap:16px;align-items:start}
figure{margin:0;background:#fff;padding:8px;min-width:0}
figcaption{color:#525f73;margin-bottom:4px}
img{max-width:100%;max-height:90vh;display:block;margin:auto}
table{border-collapse:collapse;background:#fff}
td,th{padding:2px 8px;text-align:right;font-weight:400}
th:first-child{text-align:left}
.better{background:#dff3e6}.worse{background:#fdebec}.same{color:#7a8699}
body:has(#only:checked) .unchanged{display:none}
h2{font-size:16px}h2 a{color:inherit}
</style>
<h1>Gallery</h1>
<p>Before: ${escape(title)}. After: the working tree. ${pairs.length} pictures, ${changed} changed.
<label><input type="checkbox" id="only"> only those</label></p>
<h2>All together</h2>
${figures(sum(both.map(({ before }) => before)), sum(both.map(({ after }) => after)))}
${sections.join('\n')}
</html>
`;
}
