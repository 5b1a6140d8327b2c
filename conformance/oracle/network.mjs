// The client side of the replay: a fetch that keeps the original URL visible, and a guard that lets nothing else out.

import dns from 'node:dns';
import net from 'node:net';
import { clock } from './clock.mjs';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAXIMUM_REDIRECTS = 20;

const realFetch = globalThis.fetch;

export const escapes = [];

let requestCount = 0;

export function createReplayFetch({ port, currentRun }) {
  const send = async (url, init, run) => {
    const id = String(++requestCount);
    const headers = new Headers(init.headers);
    headers.set('x-replay-url', encodeURIComponent(url));
    headers.set('x-replay-run', run);
    headers.set('x-replay-request', id);
    clock.begin(id);
    try {
      const response = await realFetch(`http://127.0.0.1:${port}/`, { ...init, headers, redirect: 'manual' });
      Object.defineProperty(response, 'url', { value: url });
      return response;
    } catch (error) {
      clock.end(id);
      throw error;
    }
  };

  return async (input, init = {}) => {
    const run = currentRun();
    const request = input instanceof Request ? input : undefined;
    const url = new Request(request ? request.url : input).url;
    if (!/^https?:/.test(url)) return realFetch(input, init);
    const options = request ? { ...(await requestInit(request)), ...init } : { ...init };
    return follow(url, options, (target, targetOptions) => send(target, targetOptions, run));
  };
}

async function requestInit(request) {
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return { method: request.method, headers: request.headers, body, signal: request.signal, redirect: request.redirect };
}

// fetch would follow a redirect to the real host; the hops are walked here, so that each one is replayed.
async function follow(url, options, send) {
  let current = url;
  let currentOptions = options;
  for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop++) {
    const response = await send(current, currentOptions);
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null || options.redirect === 'manual') return response;
    if (options.redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    await response.body?.cancel();
    current = new URL(location, current).href;
    if (response.status === 303) currentOptions = { ...currentOptions, method: 'GET', body: undefined };
  }
  throw new TypeError('fetch failed', { cause: new Error('redirect count exceeded') });
}

// Every name lookup and every connection that is not loopback is an escape: it is refused and fails the case.
export function installEscapeGuard() {
  const refuse = name => {
    escapes.push(String(name));
    return Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND', hostname: name });
  };
  dns.lookup = (name, ...rest) => process.nextTick(rest.at(-1), refuse(name));
  dns.promises.lookup = async name => {
    throw refuse(name);
  };
  for (const resolver of Object.keys(dns).filter(key => key.startsWith('resolve'))) {
    dns[resolver] = (name, ...rest) => process.nextTick(rest.at(-1), refuse(name));
  }
  const realConnect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function connect(...args) {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0];
    const host = typeof options === 'object' ? options?.host : undefined;
    if (host !== '127.0.0.1') {
      const error = refuse(host ?? options);
      process.nextTick(() => this.destroy(error));
      return this;
    }
    return realConnect.apply(this, args);
  };
}
