/** The terms and quantities of a process in English. */
import type { Target } from '../process.js';
import type { Duration } from '../quantity.js';
import { durationParts, percent, plainNumber, type DurationUnit } from './quantities.js';
import type { Words } from './vocabulary.js';

const singular: Readonly<Record<DurationUnit, string>> = {
  years: 'year',
  months: 'month',
  weeks: 'week',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
};
/** The signs that everyone knows; the other units are words, on badges as elsewhere. */
const signs: Partial<Readonly<Record<DurationUnit, string>>> = { hours: 'h', minutes: 'min' };

const comparators: Words['comparators'] = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
  '=': 'exactly',
};

const inWords = (unit: DurationUnit, count: number): string => `${singular[unit]}${count === 1 ? '' : 's'}`;

function duration(value: Duration): string {
  return durationParts(value)
    .map(({ unit, count }) => `${plainNumber(count)} ${inWords(unit, count)}`)
    .join(' ');
}

function shortDuration(value: Duration): string {
  return durationParts(value)
    .map(({ unit, count }) => `${plainNumber(count)} ${signs[unit] ?? inWords(unit, count)}`)
    .join(' ');
}

function every(value: Duration): string {
  const [first, ...rest] = durationParts(value);
  if (first !== undefined && rest.length === 0) {
    if (first.count === 1) return `every ${singular[first.unit]}`;
    if (first.unit === 'months' && first.count === 3) return 'every quarter';
  }
  return `every ${duration(value)}`;
}

function target({ comparator, value, unit, duration: length }: Target): string {
  const amount =
    unit === 'duration' && length ? duration(length) : unit === 'ratio' ? percent(value) : plainNumber(value);
  return `${comparators[comparator]} ${amount}`;
}

export const en: Words = {
  nodeTypes: {
    start: 'Start',
    end: 'End',
    task: 'Task',
    decision: 'Decision',
    fork: 'Parallel split',
    join: 'Parallel join',
    wait: 'Wait',
    subflow: 'Sub-process',
  },
  taskKinds: { manual: 'Manual', system: 'Automatic', approval: 'Approval', notify: 'Notification' },
  outcomes: { success: 'Successful end', failure: 'Unsuccessful end', neutral: 'End' },
  statuses: { draft: 'draft', review: 'in review', approved: 'approved', retired: 'retired' },
  ownerKinds: {
    department: 'Department',
    team: 'Team',
    role: 'Role',
    person: 'Person',
    system: 'System',
    customer: 'Customer',
    partner: 'Partner',
  },
  storeKinds: { database: 'Database', file: 'File', document: 'Document', system: 'System' },
  sensitivities: {
    public: 'public',
    internal: 'internal',
    confidential: 'confidential',
    personal: 'personal data',
    sensitive: 'sensitive personal data',
  },
  encryptions: { 'at-rest': 'at rest', 'in-transit': 'in transit' },
  channels: {
    phone: 'phone',
    email: 'e-mail',
    sms: 'text message',
    wechat: 'WeChat',
    social: 'social media',
    chat: 'live chat',
    visit: 'visit',
    meeting: 'meeting',
    event: 'event',
    web: 'website',
    app: 'mobile app',
    post: 'post',
  },
  measures: { conversion: 'Conversion', duration: 'Duration', rework: 'Rework', volume: 'Volume', custom: 'Custom' },
  severities: { low: 'low', medium: 'medium', high: 'high' },
  comparators,
  otherwise: 'otherwise',
  access: { create: 'create', read: 'read', update: 'update', delete: 'delete' },
  duration,
  shortDuration,
  every,
  percent,
  target,
  list: (items) => items.join(', '),
};
