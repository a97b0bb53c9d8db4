/** What only data-flow diagrams say, in every language trackflow speaks. */
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/words/index.js';

export interface DataPhrases {
  readonly title: (process: string) => string;
  /** Of the label of a connection that stands for a whole store. */
  readonly everything: string;
  /** Of the label of a connection by which a party answers a question. */
  readonly answer: string;
  readonly group: (name: string, fields: string) => string;
  readonly number: (number: number, name: string) => string;
  readonly locked: string;
  readonly unlocked: string;
  readonly lockedOnTheWay: string;
  readonly unlockedOnTheWay: string;
  readonly legend: {
    readonly process: string;
    readonly subflow: string;
    readonly store: string;
    readonly party: string;
    readonly flow: string;
    readonly duplicate: string;
    readonly locked: string;
    readonly unlocked: string;
  };
  readonly summary: (counts: { title: string; processes: number; stores: number; parties: number }) => string;
  readonly reads: (process: string, store: string, names: string) => string;
  readonly writes: (process: string, store: string, names: string) => string;
  /** From a party or a process to another; nobody may say what. */
  readonly gives: (from: string, to: string, names: string) => string;
  /** A process, and its sentences. */
  readonly told: (process: string, sentences: string) => string;
  readonly nothing: string;
  readonly nothingHere: string;
}

const zh: DataPhrases = {
  title: (process) => `${process}\u00A0· 数据流图`,
  everything: '全部数据',
  answer: '答复',
  group: (name, fields) => `${name}（${fields}）`,
  number: (number, name) => `${number}. ${name}`,
  locked: '存储时已加密',
  unlocked: '存储时未加密',
  lockedOnTheWay: '传输时已加密',
  unlockedOnTheWay: '传输时未加密',
  legend: {
    process: '处理：读写数据的环节',
    subflow: '子流程',
    store: '数据存储',
    party: '外部方',
    flow: '数据流',
    duplicate: '同一符号在图中多处出现',
    locked: '已加密',
    unlocked: '未加密',
  },
  summary: ({ title, processes, stores, parties }) =>
    `《${title}》数据流图，共 ${processes} 个处理、${stores} 个数据存储${parties > 0 ? `、${parties} 个外部方` : ''}。`,
  reads: (process, store, names) => `${process}从${store}读取${names}。`,
  writes: (process, store, names) => `${process}向${store}写入${names}。`,
  gives: (from, to, names) => (names === '' ? `${from}向${to}提供信息。` : `${from}交给${to}：${names}。`),
  told: (process, sentences) => (sentences === '' ? process : `${process}。${sentences}`),
  nothingHere: '这一部分没有读写数据的环节。',
  nothing: '流程没有写明读写哪些数据：在节点上用 reads 和 writes 写出来。',
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const en: DataPhrases = {
  title: (process) => `${process}\u00A0· Data flow`,
  everything: 'all data',
  answer: 'Answer',
  group: (name, fields) => `${name} (${fields})`,
  number: (number, name) => `${number}. ${name}`,
  locked: 'Encrypted at rest',
  unlocked: 'Not encrypted at rest',
  lockedOnTheWay: 'Encrypted in transit',
  unlockedOnTheWay: 'Not encrypted in transit',
  legend: {
    process: 'Process: a step that reads or writes data',
    subflow: 'Subflow',
    store: 'Data store',
    party: 'External party',
    flow: 'Data flow',
    duplicate: 'Appears more than once',
    locked: 'Encrypted',
    unlocked: 'Not encrypted',
  },
  summary: ({ title, processes, stores, parties }) =>
    `Data-flow diagram of “${title}” with ${[
      count(processes, 'process', 'processes'),
      count(stores, 'data store', 'data stores'),
      ...(parties > 0 ? [count(parties, 'external party', 'external parties')] : []),
    ].join(', ')}.`,
  reads: (process, store, names) => `${process} reads ${names} from ${store}.`,
  writes: (process, store, names) => `${process} writes ${names} to ${store}.`,
  gives: (from, to, names) => (names === '' ? `${from} gives information to ${to}.` : `${from} gives ${to}: ${names}.`),
  told: (process, sentences) => (sentences === '' ? process : `${process}. ${sentences}`),
  nothingHere: 'No step of this part reads or writes data.',
  nothing: 'The flow does not say which data its steps read and write: use reads and writes on its nodes.',
};

export function dataPhrases(language: Language): DataPhrases {
  return inLanguage(language, { zh, en });
}
