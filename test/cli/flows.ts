/** Small flows for the command line's tests. */
export const good = `trackflow: 1
title: {zh: 线索跟进, en: Lead follow-up}
language: zh
owners:
  sales: {name: {zh: 销售部, en: Sales}}
nodes:
  start: {type: start, name: 线索, owner: sales, next: call}
  call: {name: {zh: 电话联系, en: Call}, owner: sales, next: done}
  done: {type: end, name: 结束, owner: sales}
`;

/** One error: line 8, column 38. */
export const bad = good.replace('next: done', 'next: doen');

export const english = good.replace('language: zh', 'language: en');

export const library = `trackflow: 1
owners:
  sales: {name: 销售部}
`;

export const usesLibrary = `trackflow: 1
title: 共用
use: [./org.yaml]
nodes:
  start: {type: start, owner: sales, next: done}
  done: {type: end, owner: sales}
`;

/** A sketch to which no rule has anything to say. */
export const clean = `trackflow: 1
title: 线索登记
nodes:
  start: {type: start, name: 客户来电, next: record}
  record: {name: 登记线索, next: done}
  done: {type: end, name: 已登记}
`;
