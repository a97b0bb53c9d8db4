/** Decisions whose yes is treated as a no. */
import { quote } from '../../base/quote.js';
import { say, type Text } from '../../model/text.js';
import { plainLabel } from '../branch-labels.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const answersSwapped = defineRule({
  id: 'answers-swapped',
  group: 'decisions',
  summary: 'A yes of the customer that leads to failure alone, while the no goes on to success',
  severity: 'warning',
  level: 'recommended',
  why:
    'Two branches are quickly exchanged, in the file as in a drawing, and everything else about the flow stays right: whoever follows it to the letter sends those away who want a new date and ' +
    'books one for the others. Looked at are questions for something wished (want, agree, accept, satisfied, 愿意, 同意, 满意) whose yes can only come to unsuccessful ends, and whose no can come to a ' +
    'successful one without the question being asked again. Exchange the two, or ask so that yes and no mean what is meant.',
  bad: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Patient missed the date, next: call}
  call: {name: Call the patient, next: again}
  again:
    type: decision
    name: Does the patient want a new date?
    next:
      - {when: 'yes', to: close} # ✗
      - {when: 'no', to: book}
  book: {name: Book the date, next: booked}
  close: {name: Close the recall with the reason, next: closed}
  booked: {type: end, name: Date booked, outcome: success}
  closed: {type: end, name: Recall closed, outcome: failure}
`,
  good: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Patient missed the date, next: call}
  call: {name: Call the patient, next: again}
  again:
    type: decision
    name: Does the patient want a new date?
    next:
      - {when: 'yes', to: book}
      - {when: 'no', to: close}
  book: {name: Book the date, next: booked}
  close: {name: Close the recall with the reason, next: closed}
  booked: {type: end, name: Date booked, outcome: success}
  closed: {type: end, name: Recall closed, outcome: failure}
`,
  *check({ process, facts, at }) {
    const ends = process.nodes.filter((node) => node.type === 'end');
    for (const node of process.nodes) {
      if (node.type !== 'decision' || !isWish(node.name)) continue;
      const branches = facts.out(node.id).filter(({ kind, segments }) => kind === 'next' && segments.length === 0);
      const yes = branches.find(({ when }) => when !== undefined && says(yesWords, when));
      const no = branches.find(({ when, otherwise }) => (when === undefined ? otherwise : says(noWords, when)));
      if (yes?.when === undefined || no === undefined) continue;
      const ahead = (from: string): ReadonlySet<string> =>
        walk([from], (id) => (id === node.id ? [] : facts.out(id).map(({ to }) => to)));
      const afterYes = ahead(yes.to);
      const lost = ends.filter(({ id }) => afterYes.has(id));
      if (afterYes.has(node.id) || lost.length === 0 || lost.some(({ outcome }) => outcome !== 'failure')) continue;
      const afterNo = ahead(no.to);
      if (!ends.some(({ id, outcome }) => afterNo.has(id) && outcome === 'success')) continue;
      const otherwise = no.when === undefined ? 'the default' : quote(say(no.when, process.language));
      yield {
        message: `${quote(say(yes.when, process.language))} leads from ${quote(node.id)} to failure alone, and ${otherwise} goes on to success.`,
        at: at(yes),
        hint: 'Exchange the two branches, or ask for what the yes really means.',
        related: [{ message: 'the way to success', span: at(no) }],
      };
    }
  },
});

const yesWords =
  /^(?:yes|accepts?|accepted|agrees?|agreed|stays?|renews?|wants? (?:it|one|to)|interested|satisfied|approved|是|愿意|同意|接受|满意|有意向|感兴趣|续约|续费|批准|通过)$/u;
const noWords =
  /^(?:no|declines?|declined|refuses?|refused|disagrees?|leaves?|not interested|not satisfied|rejected|否|不愿意|不同意|不接受|拒绝|不满意|无意向|没兴趣|不感兴趣|不续约|不续费|驳回|不通过)$/u;
const wish =
  /愿意|接受|同意|满意|有意|感兴趣|想要|购买|续约|续费|批准|通过|合格|\b(?:wants?|accepts?|accepted|agrees?|interested|happy|satisfied|buys?|renews?|stays?|approved?)\b/u;
/** What is asked for is unwelcome, or the question is put the other way round. */
const unwelcome =
  /放弃|取消|退|拒|投诉|流失|终止|解约|离开|更换|[不未无没非]|\b(?:cancel|leav|quit|stop|withdr|complain|return|refus|reject|declin|los[et]|object|terminat|unsubscrib|appeal|dispute|escalat|not|no|without|un\w+)/u;

function isWish(name: Text): boolean {
  const all = Object.values(name).map(plainLabel);
  return all.some((words) => wish.test(words)) && !all.some((words) => unwelcome.test(words.replaceAll('是否', '')));
}

function says(words: RegExp, text: Text): boolean {
  return Object.values(text).some((said) => words.test(plainLabel(said)));
}
