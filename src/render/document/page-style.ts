/** The style of documents in HTML: for screens with the contents at the side, and for paper. */
import { themeVariables } from '../html/theme.js';
import type { Look } from '../format.js';

const rules = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif}
main{max-width:62rem;padding:1.5rem 2rem 4rem;margin-inline:auto;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.3;margin:.2em 0 .8em}
h2{font-size:1.35rem;margin:2.2em 0 .7em;padding-bottom:.25em;border-bottom:2px solid var(--border)}
h3{font-size:1.15rem;margin:1.8em 0 .5em}
h4,h5,h6{font-size:1rem;margin:1.5em 0 .4em}
p,ul,ol{margin:.5em 0}
ul,ol{padding-inline-start:1.6em}
li.task-list-item,.contains-task-list{list-style:none}
a{color:var(--accent);text-underline-offset:.18em}
h2 a,h3 a,h4 a{color:inherit}
code{font:.92em ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace;background:var(--band-odd);padding:.1em .3em;border-radius:4px}
.table{overflow-x:auto;margin:.8em 0}
table{border-collapse:collapse;min-width:50%}
th,td{border:1px solid var(--border);padding:.4em .7em;text-align:start;vertical-align:top;overflow-wrap:normal}
th{background:var(--header);white-space:nowrap}
.blank{min-width:7em;height:3.4em}
.picture{display:block;overflow:auto;margin:.8em 0;border:1px solid var(--border);border-radius:6px}
.picture svg{display:block;max-width:100%;height:auto;min-width:min(100%,40rem);margin:0 auto}
.table:focus-visible,.picture:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav{padding:1rem 2rem;font-size:.92rem}
nav p{font-weight:700;margin:0 0 .4em}
nav ul{list-style:none;padding:0;margin:0;columns:16rem;column-gap:2rem}
nav .depth-3{padding-inline-start:1.2em;font-size:.95em}
nav a{color:inherit;text-decoration:none}
nav a:hover{text-decoration:underline}
@media screen and (min-width:80rem){
nav{position:fixed;inset:0 auto 0 0;width:18rem;overflow-y:auto;padding:1.5rem 1rem 2rem 1.5rem;border-inline-end:1px solid var(--border);background:var(--band)}
nav ul{columns:auto}
main{margin-inline-start:18rem;max-width:72rem}
}
@media (max-width:40rem){main,nav{padding-inline:1rem}h1{font-size:1.5rem}}
@page on-a4{size:A4 landscape}
@page on-a3{size:A3 landscape}
@media print{
@page{margin:16mm 14mm}
body{font-size:10.5pt;background:none}
main{max-width:none;padding:0}
nav{display:none}
h1,h2,h3,h4{break-after:avoid}
tr,li,svg{break-inside:avoid}
thead{display:table-header-group}
.table,.picture{overflow:visible;border:0}
.picture svg{max-height:240mm;min-width:0}
.on-a4,h2:has(+p>.on-a4){page:on-a4}
.on-a3,h2:has(+p>.on-a3){page:on-a3}
p:has(>.on-a4){page:on-a4}
p:has(>.on-a3){page:on-a3}
.picture.on-a4 svg{max-height:150mm}
.picture.on-a3 svg{max-height:235mm;width:100%}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

export function documentStyle(look: Look): string {
  return themeVariables(look) + rules.replaceAll('\n', '');
}
