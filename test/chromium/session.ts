/**
 * A Chromium that is driven like a reader drives it: mouse, keys, colours, size of the screen, programs on or off.
 *
 * By the DevTools protocol over a pipe, which needs no driver and no port. Whatever a page complains of is kept: a test of a page asks for
 * it at the end.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromium } from './browser.js';

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly phone?: boolean;
  readonly colours?: 'light' | 'dark';
  readonly calm?: boolean;
  readonly programs?: boolean;
}

export interface Session {
  /** What pages wrote to the console, and what the browser had to say of them, since the last time this was asked. */
  complaints(): readonly string[];
  open(url: string, screen?: Screen): Promise<void>;
  /** The value of an expression in the page; promises are waited for. */
  ask<T>(expression: string): Promise<T>;
  click(x: number, y: number): Promise<void>;
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
  wheel(x: number, y: number, deltaY: number, ctrl: boolean): Promise<void>;
  /** `Tab`, `Enter`, `Escape`, `ArrowRight` …, or a letter. */
  press(key: string, modifiers?: { readonly shift?: boolean }): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(whole?: boolean): Promise<Buffer>;
  pdf(): Promise<Buffer>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export async function startSession(): Promise<Session> {
  if (chromium === undefined) throw new Error('there is no Chromium');
  const profile = mkdtempSync(join(tmpdir(), 'trackflow-session-'));
  const child = spawn(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-extensions',
      '--no-first-run',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const { send, on } = connect(child);
  const { targetInfos } = await send<{ targetInfos: { type: string; targetId: string }[] }>('Target.getTargets');
  const page = targetInfos.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('Chromium has no page');
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId: page.targetId,
    flatten: true,
  });
  const tell = <T = unknown>(method: string, params: object = {}): Promise<T> => send<T>(method, params, sessionId);

  let said: string[] = [];
  on('Runtime.consoleAPICalled', (params) => {
    said.push(`console.${String(params['type'])}: ${JSON.stringify(params['args'])}`);
  });
  on('Runtime.exceptionThrown', (params) => said.push(`exception: ${JSON.stringify(params['exceptionDetails'])}`));
  on('Log.entryAdded', (params) => said.push(`log: ${JSON.stringify(params['entry'])}`));
  for (const domain of ['Page', 'Runtime', 'Log']) await tell(`${domain}.enable`);

  const ask = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await tell<{ result: { value: T }; exceptionDetails?: unknown }>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
    );
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
  const mouse = (type: string, x: number, y: number, more: object = {}): Promise<unknown> =>
    tell('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, ...more });
  /** Twice, so that what the first frame asks for is drawn too. */
  const settle = async (): Promise<void> => {
    try {
      await ask('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('navigated'))) throw error; // what was done led to another page
    }
  };

  const go = async (url: string): Promise<void> => {
    let off: () => unknown = () => undefined;
    const loaded = new Promise<void>((done) => {
      off = on('Page.loadEventFired', () => done());
    });
    await tell('Page.navigate', { url });
    await loaded;
    off();
  };

  return {
    complaints() {
      const all = said;
      said = [];
      return all;
    },
    ask,
    async open(url, { width, height, phone = false, colours = 'light', calm = false, programs = true } = desktop) {
      await tell('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: phone });
      await tell('Emulation.setScriptExecutionDisabled', { value: !programs });
      await tell('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: colours },
          { name: 'prefers-reduced-motion', value: calm ? 'reduce' : 'no-preference' },
        ],
      });
      await go('about:blank'); // a page with another anchor would not be loaded anew
      await go(url);
      if (programs) await settle();
    },
    async click(x, y) {
      await mouse('mouseMoved', x, y, { button: 'none' });
      await mouse('mousePressed', x, y);
      await mouse('mouseReleased', x, y);
      await settle();
    },
    async drag([x, y], [toX, toY]) {
      await mouse('mousePressed', x, y);
      for (let step = 1; step <= 4; step += 1)
        await mouse('mouseMoved', x + ((toX - x) * step) / 4, y + ((toY - y) * step) / 4, { buttons: 1 });
      await mouse('mouseReleased', toX, toY);
      await settle();
    },
    async wheel(x, y, deltaY, ctrl) {
      await tell('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY, modifiers: ctrl ? 2 : 0 });
      await settle();
    },
    async press(key, { shift = false } = {}) {
      const event = {
        key,
        code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
        ...keyCodes[key],
        modifiers: shift ? 8 : 0,
      };
      await tell('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await tell('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
      await settle();
    },
    async type(text) {
      await tell('Input.insertText', { text });
      await settle();
    },
    async screenshot(whole = false) {
      const { data } = await tell<{ data: string }>('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: whole,
        ...(whole && {
          clip: {
            ...(await ask<object>(
              '({x: 0, y: 0, width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight})',
            )),
            scale: 1,
          },
        }),
      });
      return Buffer.from(data, 'base64');
    },
    async pdf() {
      const { data } = await tell<{ data: string }>('Page.printToPDF', {
        printBackground: true,
        preferCSSPageSize: true,
      });
      return Buffer.from(data, 'base64');
    },
    close() {
      child.kill('SIGKILL');
      child.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    },
  };
}

export const desktop: Screen = { width: 1366, height: 768 };
export const phone: Screen = { width: 390, height: 844, phone: true };

const keyCodes: Readonly<Record<string, object>> = {
  Tab: { windowsVirtualKeyCode: 9 },
  Enter: { windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { windowsVirtualKeyCode: 27 },
  End: { windowsVirtualKeyCode: 35 },
  Home: { windowsVirtualKeyCode: 36 },
  ArrowLeft: { windowsVirtualKeyCode: 37 },
  ArrowUp: { windowsVirtualKeyCode: 38 },
  ArrowRight: { windowsVirtualKeyCode: 39 },
  ArrowDown: { windowsVirtualKeyCode: 40 },
};

type Listener = (params: Readonly<Record<string, unknown>>) => void;

/** Messages end in a zero byte; answers carry the number of the question. */
function connect(child: ChildProcess): {
  readonly send: <T>(method: string, params?: object, sessionId?: string) => Promise<T>;
  readonly on: (method: string, listener: Listener) => () => void;
} {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  const listeners = new Set<{ readonly method: string; readonly listener: Listener }>();
  let rest = Buffer.alloc(0);
  let number = 0;
  const receive = ({ id, method, params = {}, result, error }: Message): void => {
    if (id === undefined) {
      for (const each of [...listeners]) if (each.method === method) each.listener(params);
      return;
    }
    const question = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) question?.done(result);
    else question?.fail(new Error(error.message));
  };
  output.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString('utf8')) as Message);
      rest = rest.subarray(end + 1);
    }
  });
  return {
    send: <T>(method: string, params: object = {}, sessionId?: string) =>
      new Promise<T>((done, fail) => {
        number += 1;
        waiting.set(number, { done: done as (result: unknown) => void, fail });
        input.write(
          `${JSON.stringify({ id: number, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
        );
      }),
    on(method, listener) {
      const each = { method, listener };
      listeners.add(each);
      return () => listeners.delete(each);
    },
  };
}
