/** How the page of a difference looks, and the few lines of program by which one looks around in its pictures. */

export const pageStyle =
  '*{box-sizing:border-box}body{margin:0;padding:1.5rem;background:var(--ground);color:var(--ink);' +
  'font:15px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif}' +
  'h1{font-size:1.2rem;margin:0 0 .6rem}h2{font-size:1.5rem;margin:2rem 0 .2rem}h3{font-size:1.15rem;margin:1.6rem 0 .4rem}h4{font-size:1rem;margin:1.2rem 0 .3rem}' +
  'nav ul{list-style:none;padding:0}nav a{color:var(--accent);font-weight:700}.muted{color:var(--muted);margin:0}.summary{font-size:1.15rem;font-weight:700;margin:.4rem 0}' +
  '.risks{border:2px solid var(--failure);border-radius:6px;padding:.4rem 1rem;background:var(--band-odd);margin:.6rem 0}.risks h3{margin:.2rem 0}.risks ol{margin:.2rem 0;padding-inline-start:1.8em}.told{list-style:none;padding:0;margin:.4rem 0}.told span{font-weight:700;display:inline-block;min-width:1.4em}' +
  '.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.4rem 0;padding:0;list-style:none}.key span{font-weight:700;margin-inline-end:.4em}' +
  '.added{color:var(--success)}.removed{color:var(--failure)}.changed{color:var(--warning)}.moved,.ghost{color:var(--accent)}' +
  '.tools{display:none;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;border:0;padding:0;margin:.8rem 0 .4rem}.js .tools{display:flex}' +
  'button{font:inherit;color:inherit;background:var(--header);border:1px solid var(--border);border-radius:4px;padding:.1rem .7rem;cursor:pointer}button:disabled{color:var(--muted);cursor:default}' +
  ':focus-visible{outline:3px solid var(--accent);outline-offset:2px}' +
  '.view{overflow:auto;border:1px solid var(--border);border-radius:6px;margin:.5rem 0;position:relative}.js .view{max-height:85vh}.view svg{display:block}' +
  '.flow:not(.full) .view svg{width:100%;height:auto}figure{margin:0}figcaption{font-weight:700;padding:.4rem .8rem}' +
  '.cut{display:none}.cut span{font-weight:700}.cut input{flex:1;accent-color:var(--accent)}.js [data-shown=slide] .cut{display:flex;gap:.8rem;align-items:center}' +
  '.js .slider{display:grid;position:relative;width:max-content;min-width:100%;cursor:ew-resize;touch-action:pan-y}.js .flow:not(.full) .slider{width:100%}.js .slider figure{grid-area:1/1;background:var(--ground);position:relative}' +
  '.js .slider figcaption{position:absolute;top:.4rem;left:.4rem;background:var(--accent);color:var(--ground);border-radius:4px;padding:.1rem .6rem}' +
  '.js .slider .after figcaption{left:auto;right:.4rem}.js .slider .after{clip-path:inset(0 0 0 var(--cut,50%))}' +
  '.divider{display:none}.js .divider{display:block;grid-area:1/1;position:absolute;top:0;bottom:0;left:var(--cut,50%);width:4px;margin-left:-2px;background:var(--accent);pointer-events:none}' +
  '.js .divider::after{content:"\\25C2\\25B8";position:sticky;display:grid;place-items:center;top:40vh;width:40px;height:40px;margin:6rem 0 6rem -18px;border-radius:50%;background:var(--accent);color:var(--ground);font-size:15px}' +
  '.js [data-shown=both] .slide,.js [data-shown=slide] .both{display:none}.here{filter:drop-shadow(0 0 5px var(--accent))}' +
  'table{border-collapse:collapse}th,td{border:1px solid var(--border);padding:.35em .7em;text-align:start;vertical-align:top}th{background:var(--header)}' +
  'ul{padding-inline-start:1.4em}del{color:var(--muted)}ins{text-decoration:none;font-weight:700}.sign{font-weight:700;display:inline-block;min-width:1.3em}' +
  '@media print{.tools,.cut,.divider,nav{display:none!important}.view{border:0;overflow:visible;max-height:none!important}' +
  '.js [data-shown] .slide,.js [data-shown] .both{display:block!important}.js .slider{display:block!important}.js .slider .after{clip-path:none!important}' +
  '.view svg{max-width:100%;height:auto}}';

/**
 * Without it, all pictures are there, one below the other. With it: both sides under a slider, that moves by pointer and by keys; the
 * first change in sight at first, and a way from change to change.
 */
export const pageProgram = `
document.documentElement.classList.add('js');
for (const flow of document.querySelectorAll('[data-shown]')) {
  const find = (what) => flow.querySelector(what);
  const [both, slider, range, full] = [find('.both'), find('.slider'), find('.cut input'), find('.zoom')];
  const signs = [...both.querySelectorAll('[class$="-sign"]')];
  const place = find('output');
  const middle = (sign) => {
    const [box, frame] = [sign.getBoundingClientRect(), both.getBoundingClientRect()];
    both.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
    both.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
  };
  const show = (which) => {
    const [left, top] = [both.scrollLeft, both.scrollTop];
    flow.dataset.shown = which;
    if (which === 'slide') slider.parentElement.scrollTo(left, top);
    const radio = find('input[value=' + which + ']');
    if (radio) radio.checked = true;
  };
  const zoom = (on) => {
    full.checked = on;
    flow.classList.toggle('full', on);
  };
  for (const radio of flow.querySelectorAll('input[type=radio]')) radio.addEventListener('change', () => show(radio.value));
  full.addEventListener('change', () => zoom(full.checked));
  let at = -1;
  const go = (by) => {
    at = (Math.max(at, by < 0 ? 0 : -1) + by + signs.length) % signs.length;
    show('both');
    both.style.maxHeight = '';
    zoom(true);
    for (const old of flow.querySelectorAll('.here')) old.classList.remove('here');
    const sign = signs[at];
    (sign.closest('[data-node],[data-edge]') || sign).classList.add('here');
    both.scrollIntoView({ block: 'nearest' });
    middle(sign);
    place.textContent = at + 1 + ' / ' + signs.length;
  };
  for (const button of flow.querySelectorAll('button')) button.addEventListener('click', () => go(Number(button.value)));
  if (signs.length === 0) for (const button of flow.querySelectorAll('button')) button.disabled = true;
  else {
    // Only as high as there is room below, until somebody looks closer: else what matters would be below the screen.
    const room = innerHeight - both.getBoundingClientRect().top - 16;
    if (room >= 240) both.style.maxHeight = room + 'px';
    middle(signs[0]);
  }
  both.addEventListener('pointerdown', () => (both.style.maxHeight = ''));
  if (!slider) continue;
  const cut = () => slider.style.setProperty('--cut', range.value + '%');
  range.addEventListener('input', cut);
  const follow = (event) => {
    const box = slider.getBoundingClientRect();
    range.value = String(((event.clientX - box.left) / box.width) * 100);
    cut();
  };
  slider.addEventListener('pointerdown', (event) => {
    slider.setPointerCapture(event.pointerId);
    follow(event);
  });
  slider.addEventListener('pointermove', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) follow(event);
  });
  cut();
}
`;
