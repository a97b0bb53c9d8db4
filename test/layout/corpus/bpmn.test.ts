/** The converter behind the corpus tests, on small models of its own: what it keeps, what it lets go, and that nothing upsets it. */
import { describe, expect, it } from 'vitest';
import { readBpmn } from './bpmn.js';
import { failures } from './files.js';

const flow = (id: string, from: string, to: string, more = ''): string =>
  `<x:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" ${more}/>`;
const definitions = (inside: string): string =>
  `\n<?xml version="1.0"?><x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL">${inside}</x:definitions>`;
const process = (inside: string): string => definitions(`<x:process id="p" name="Order">${inside}</x:process>`);

describe('nodes and connections', () => {
  it('take the shapes of their elements', () => {
    const [scope] = readBpmn(
      process(
        `<x:startEvent id="s"/><x:userTask id="t" name=" Check\n the order "/><x:serviceTask id="u"/>
         <x:exclusiveGateway id="d" default="f4"/><x:parallelGateway id="k"/><x:parallelGateway id="j"/>
         <x:intermediateCatchEvent id="w"/><x:callActivity id="c"/><x:endEvent id="e"><x:errorEventDefinition/></x:endEvent>
         <x:dataObject id="data"/><x:textAnnotation id="note"/>
         ${flow('f1', 's', 't')}${flow('f2', 't', 'd')}${flow('f3', 'd', 'k', 'name="yes"')}${flow('f4', 'd', 'e')}
         ${flow('f5', 'k', 'u')}${flow('f6', 'k', 'w')}${flow('f7', 'u', 'j')}${flow('f8', 'w', 'j')}${flow('f9', 'j', 'c')}`,
      ),
    );
    expect(scope?.nodes.map(({ id, type }) => `${id} ${type}`)).toEqual([
      's start',
      't task',
      'u task',
      'd decision',
      'k fork',
      'j join',
      'w wait',
      'c subflow',
      'e end',
    ]);
    expect(scope?.nodes.find(({ id }) => id === 't')?.name).toBe('Check the order');
    expect(scope?.nodes.find(({ id }) => id === 'u')?.badges).toMatchObject([{ kind: 'system' }]);
    expect(scope?.nodes.find(({ id }) => id === 'e')?.outcome).toBe('failure');
    expect(scope?.edges.map(({ id }) => id)).toEqual(['f1', 'f2', 'f7', 'f3', 'f4', 'f5', 'f6', 'f9', 'f8']);
    expect(scope?.edges.filter(({ otherwise }) => otherwise).map(({ id }) => id)).toEqual(['f4']);
    expect(scope?.edges.find(({ id }) => id === 'f3')?.label).toBe('yes');
  });

  it('an event on the border is a timeout of its host', () => {
    const [scope] = readBpmn(
      process(
        `<x:task id="a"/><x:task id="b"/><x:boundaryEvent id="late" name="2 days" attachedToRef="a"/>${flow('f', 'late', 'b')}`,
      ),
    );
    expect(scope?.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(scope?.edges).toEqual([{ id: 'f', from: 'a', to: 'b', kind: 'timeout', label: '2 days', otherwise: false }]);
  });

  it('link events of one name are connected', () => {
    const link = '<x:linkEventDefinition name="on"/>';
    const [scope] = readBpmn(
      process(
        `<x:intermediateThrowEvent id="a">${link}</x:intermediateThrowEvent><x:intermediateCatchEvent id="b">${link}</x:intermediateCatchEvent>`,
      ),
    );
    expect(scope?.edges.map(({ from, to }) => [from, to])).toEqual([['a', 'b']]);
  });

  it('what is inside a sub-process is a scope of its own', () => {
    const scopes = readBpmn(
      process(
        `<x:task id="a"/><x:subProcess id="sub"><x:task id="b"/><x:task id="c"/>${flow('g', 'b', 'c')}
         <x:transaction id="deep"><x:task id="d"/></x:transaction></x:subProcess>${flow('f', 'a', 'sub')}`,
      ),
    );
    expect(
      scopes.map(({ id, nodes, edges }) => [id, nodes.map((node) => node.id), edges.map((edge) => edge.id)]),
    ).toEqual([
      ['', ['a', 'sub'], ['f']],
      ['sub', ['b', 'c', 'deep'], ['g']],
      ['deep', ['d'], []],
    ]);
  });
});

describe('lanes', () => {
  const ref = (id: string): string => `<x:flowNodeRef> ${id} </x:flowNodeRef>`;

  it('the deepest lane has the node, the topmost is the band around it, empty lanes are left out', () => {
    const [scope] = readBpmn(
      process(
        `<x:laneSet><x:lane id="top" name="Sales">${ref('a')}${ref('b')}<x:childLaneSet>
           <x:lane id="one" name="Pre-sales">${ref('a')}</x:lane><x:lane id="two" name="After-sales">${ref('b')}</x:lane>
           <x:lane id="three" name="Nobody"/></x:childLaneSet></x:lane><x:lane id="other" name="IT">${ref('c')}</x:lane></x:laneSet>
         <x:task id="a"/><x:task id="b"/><x:task id="c"/><x:task id="d"/>`,
      ),
    );
    const group = { id: 'top.group', name: 'Sales' };
    expect(scope?.lanes).toEqual([
      { id: 'one', name: 'Pre-sales', group },
      { id: 'two', name: 'After-sales', group },
      { id: 'other', name: 'IT' },
      { id: 'p', name: 'Order' },
    ]);
    expect(scope?.nodes.map(({ id, lane }) => `${id} ${lane}`)).toEqual(['a one', 'b two', 'c other', 'd p']);
  });

  it('several pools stand side by side, and messages between them are kept apart', () => {
    const [scope] = readBpmn(
      definitions(
        `<x:collaboration><x:participant id="1" name="Customer" processRef="q"/><x:participant id="2" name="Shop" processRef="p"/>
           <x:participant id="3" name="Bank"/><x:messageFlow id="m" sourceRef="ask" targetRef="inside"/>
           <x:messageFlow id="n" sourceRef="ask" targetRef="3"/></x:collaboration>
         <x:process id="p"><x:subProcess id="sub"><x:task id="inside"/></x:subProcess></x:process>
         <x:process id="q"><x:task id="ask"/></x:process>`,
      ),
    );
    expect(scope?.lanes).toEqual([
      { id: 'q', name: 'Customer' },
      { id: 'p', name: 'Shop' },
    ]);
    expect(scope?.edges).toEqual([]);
    expect(scope?.messages).toMatchObject([{ id: 'm', from: 'ask', to: 'sub' }]);
  });

  it('one pool without lanes is no lane', () => {
    expect(readBpmn(process('<x:task id="a"/>'))[0]?.lanes).toEqual([]);
  });
});

describe('a model that is wrong', () => {
  it('loses what leads nowhere', () => {
    const [scope] = readBpmn(
      process(
        `<x:task id="a"/><x:foo id="b"/>${flow('f', 'a', 'nobody')}${flow('g', 'a', 'b')}
         <x:boundaryEvent id="late" attachedToRef="nobody"/>${flow('h', 'late', 'a')}`,
      ),
    );
    expect(scope?.nodes.map(({ id }) => id)).toEqual(['a']);
    expect(scope?.edges).toEqual([]);
  });

  it('may have nothing at all', () => {
    expect(readBpmn(definitions(''))).toEqual([]);
  });

  it.each(failures)('$name gives a graph all the same', ({ text }) => {
    for (const { nodes, edges } of readBpmn(text)) {
      const ids = nodes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
    }
  });
});
