/** Links that open for one person only. */
import { quote } from '../../base/quote.js';
import { linksOf } from '../links.js';
import { defineRule } from '../rule.js';

export const linkLocal = defineRule({
  id: 'link-local',
  group: 'document',
  summary: "A link to somebody's own computer",
  severity: 'warning',
  level: 'recommended',
  why:
    'It works at the desk of the one who wrote it, and for everybody else the SOP has a dead link at the very form they need. Put the file ' +
    'where all can reach it, beside the flow or on the intranet, and link to that.',
  bad: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    links:
      - {name: Call script, link: 'http://localhost:8080/script'} # ✗
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    links:
      - {name: Call script, link: 'https://intranet.example.com/script'}
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    for (const { element, steps, link } of linksOf(process)) {
      if (!isLocal.test(link)) continue;
      yield {
        message: `The link ${quote(link, 60)} leads to somebody's own computer.`,
        at: at(element, ...steps, 'link'),
        hint: 'Put the file where all can reach it, and link to that.',
      };
    }
  },
});

const isLocal =
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?:[:/]|$)|(?:^|\/)(?:Users|Desktop|Downloads|My Documents|桌面|我的文档)\//iu;
