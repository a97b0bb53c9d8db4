/** Links on which others can read along. */
import { quote } from '../../base/quote.js';
import { linksOf } from '../links.js';
import { defineRule } from '../rule.js';

export const linkInsecure = defineRule({
  id: 'link-insecure',
  group: 'document',
  summary: 'A link that begins with http and not https',
  severity: 'info',
  level: 'strict',
  why:
    'What is opened by http can be read and changed on the way, and a form for customer data is the last thing that should be. Nearly every ' +
    'server speaks https today; if an old one in the house does not, that is worth a note to whoever runs it.',
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
      - {name: Call script, link: 'http://intranet.example.com/script'} # ✗
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
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    for (const { element, steps, link } of linksOf(process)) {
      if (!/^http:\/\//iu.test(link)) continue;
      const { file, path } = placeOf(element);
      const value = link.replace(/^http/iu, 'https');
      yield {
        message: `The link ${quote(link, 60)} is not encrypted.`,
        at: at(element, ...steps, 'link'),
        hint: 'Use https, if the server speaks it.',
        fix: {
          title: 'Use https',
          safe: false,
          changes: [{ kind: 'set', file, path: [...path, ...steps, 'link'], value }],
        },
      };
    }
  },
});
