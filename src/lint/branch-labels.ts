/**
 * The words on the branches of a decision: which are the same, which leave nothing open between them, which questions have two answers.
 *
 * Separate because several rules ask it, and because it is the one place that reads conditions as Chinese and English. Nothing here is
 * certain: what it does not know counts as open.
 */
import type { Edge } from '../model/process.js';
import type { Text } from '../model/text.js';

/** As people compare labels: without case, width of signs, spaces and the punctuation around them. */
export function plainLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’「」()[\]]+/gu, ' ')
    .replace(/^[ .,:;!?。，、；：！？]+|[ .,:;!?。，、；：！？]+$/gu, '')
    .replace(/(?<=[\p{Script=Han}<>=≤≥]) | (?=[\p{Script=Han}<>=≤≥])/gu, '');
}

type Labelled = Pick<Edge, 'when' | 'otherwise' | 'segments'>;

/** Two branches that are taken in the same case, as far as they say. */
export function sameLabel(one: Labelled, other: Labelled): boolean {
  if (one.otherwise !== other.otherwise || one.segments.join('\n') !== other.segments.join('\n')) return false;
  return (one.when === undefined && other.when === undefined) || sameWords(one.when, other.when) !== undefined;
}

/** A language in which two labels read the same. */
export function sameWords(one: Text | undefined, other: Text | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  return Object.entries(one).find(([language, said]) => {
    const there = other[language];
    return there !== undefined && plainLabel(there) === plainLabel(said);
  })?.[0];
}

/** 谁、哪、什么; "which", "how": there are many answers. */
const open =
  /什么|怎|如何|何时|何种|哪|谁|几|多少|多大|多久|多高|多长|\b(?:what|which|who|whom|whose|when|where|why|how)\b|\bor\b(?! not)/u;

/** Questions that have two answers, so that two branches are all there can be: 是否到访, "Is it paid?", "Offer accepted?". */
export function isYesNoQuestion(name: string): boolean {
  const plain = plainLabel(name);
  return (
    /是否|是不是|能否|可否|有无|有没有|会不会|要不要|能不能|需不需要|愿不愿意|对不对|行不行|吗$/u.test(plain) ||
    /\bor not$/u.test(plain) ||
    (!open.test(plain) &&
      (/[?？]\s*$/u.test(name) ||
        /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|must)\b/u.test(plain)))
  );
}

/** Between them, nothing is left open: 是 and 否, "passed" and "not passed", "< 50" and "≥ 50"; what stands beside such a pair is a case apart. */
export function isComplete(labels: readonly string[]): boolean {
  const plain = labels.map((label) => plainLabel(withoutRemark(label, labels)));
  if (plain.some((one) => plain.some((other) => areOpposite(one, other)))) return true;
  return isScale(plain);
}

/** 未接通（不足 5 次）, where 五次未接通 says what becomes of the rest. */
function withoutRemark(label: string, labels: readonly string[]): string {
  const bare = label.replace(/[（(][^（）()]*[）)]\s*$/u, '').trim();
  return bare !== '' && labels.some((each) => each !== label && each.includes(bare)) ? bare : label;
}

const opposites: readonly (readonly [string, string])[] = [
  ...pairs(
    '是/否 是/不是 对/错 有/无 有/没有 成功/失败 同意/拒绝 接受/拒绝 批准/驳回 批准/退回 通过/驳回 通过/退回 通过/拒绝',
  ),
  ...pairs(
    '成交/流失 成交/丢单 赢单/输单 合格/返工 完整/缺失 齐全/缺失 正常/异常 内部/外部 新客户/老客户 个人/企业 线上/线下',
  ),
  ...pairs('首次/再次 全部/部分 超时/按时 逾期/按时 继续/停止 继续/终止 开启/关闭'),
  ...pairs(
    'yes/no true/false approved/rejected approved/declined accepted/rejected accepted/declined passed/failed pass/fail',
  ),
  ...pairs(
    'won/lost success/failure succeeded/failed valid/invalid ok/nok open/closed known/unknown new/existing in/out',
  ),
  ...pairs(
    'agree/disagree agreed/refused signed/refused all/some complete/incomplete early/late internal/external continue/stop',
  ),
];

function pairs(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').map((pair): readonly [string, string] => {
    const [one = '', other = ''] = pair.split('/');
    return [one, other];
  });
}

const negations =
  /没有|不是|不|未|无|非|没|否|\b(?:not|no|non|never|isn't|doesn't|don't|can't|cannot|without)\b|n't\b/gu;
/** What the positive form may say more: 已付款 and 未付款, 有意向 and 无意向. */
const affirmations =
  /已经?|有|是|能|可以?|会|\b(?:yes|is|are|it|does|do|has|have|with|can|already|still|the|a|an|any)\b/gu;

function areOpposite(one: string, other: string): boolean {
  const begins = (label: string, word: string): boolean =>
    label === word || label.startsWith(`${word},`) || label.startsWith(`${word}，`) || label.startsWith(`${word} `);
  if (opposites.some(([a, b]) => begins(one, a) && begins(other, b))) return true;
  const bare = (label: string): string => label.replace(affirmations, '').replace(/\s+/gu, '');
  const denied = other.replace(negations, '');
  if (denied !== other && !one.match(negations) && bare(denied) === bare(one)) return true;
  if (new RegExp(`^(?:un|in|im|ir|dis|non-?)${escaped(one)}$`, 'u').test(other)) return true;
  return parts(one, other);
}

const below =
  /<=?|≤|低于|少于|小于|不足|不到|不超过|至多|最多|以下|以内|之内|\b(?:under|below|less than|fewer than|up to|at most|within)\b/gu;
const above =
  />=?|≥|高于|多于|大于|超过|不低于|不少于|至少|达到?|以上|及以上|之外|满|\b(?:over|above|more than|at least|or more|exceeds|beyond)\b/gu;
const evenMore = /不低于|不少于|不小于/gu;
const evenLess = /不超过|不高于|不多于|不大于|不满/gu;

type Side = 'below' | 'above' | undefined;

function sideOf(label: string): Side {
  if (label.search(evenMore) !== -1) return 'above';
  if (label.search(evenLess) !== -1 || label.search(below) !== -1) return 'below';
  return label.search(above) === -1 ? undefined : 'above';
}

/** Below and above the same number. */
function parts(one: string, other: string): boolean {
  const numbers = (label: string): string => (label.match(/\d+(?:[.,]\d+)*\s*[%万千百亿k]?/gu) ?? []).join(' ');
  const sides = [sideOf(one), sideOf(other)];
  return numbers(one) !== '' && numbers(one) === numbers(other) && sides.includes('below') && sides.includes('above');
}

const ends: readonly (readonly [RegExp, RegExp])[] = [
  [/高|大|强|优|重|large|high|big|strong|hot|good/u, /低|小|弱|差|轻|small|low|little|weak|cold|poor|bad/u],
  [/^(?:(?:class|grade|level) )?a[级类]?$/u, /^(?:(?:class|grade|level) )?[c-e][级类]?$/u],
];

/** Steps of a scale from one end to the other: 高、中、低; "< 10", "10–50", "> 50". */
function isScale(labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  const sides = labels.map(sideOf);
  if (labels.every((label) => /\d/u.test(label)) && sides.includes('below') && sides.includes('above'))
    return labels.length > 2;
  const isShort = labels.every((label) => Array.from(label).length <= 12);
  return (
    isShort &&
    ends.some(([top, bottom]) => labels.some((label) => top.test(label)) && labels.some((label) => bottom.test(label)))
  );
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
