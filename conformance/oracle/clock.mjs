// The virtual clock: timers of the code under test fire in order, at once, when nothing else is in flight.

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  now: performance.now.bind(performance),
  Date: globalThis.Date,
};

// Data written to a loopback socket is readable at the next turn of the event loop, so a handful of quiet turns proves
// that nothing is on its way; the milliseconds cover work on the thread pool (digests, signatures).
const QUIET_TURNS = 25;
const QUIET_MS = 3;
const HANG_MS = 700;

export const clock = {
  elapsed: 0,
  start: 0,
  frozen: false,
  inFlight: new Set(),
  quiet: 0,
  lastActivity: 0,
  timers: new Map(),
  sleeps: [],
  sequence: 0,
  ticks: 0,

  reset({ start, frozen }) {
    Object.assign(this, { elapsed: 0, start, frozen, sleeps: [], ticks: 0 });
    this.timers.clear();
    this.inFlight.clear();
    this.touch();
  },

  // A request is in flight from the call of fetch until the server has answered, waits on this clock, or hangs.
  begin(request) {
    this.inFlight.add(request);
    this.touch();
  },

  end(request) {
    this.inFlight.delete(request);
    this.touch();
  },

  touch() {
    this.quiet = 0;
    this.lastActivity = real.now();
  },

  now() {
    return this.frozen ? this.start : this.start + this.elapsed;
  },

  // kind "client" is recorded in `sleeps`; "harness" (server delays, abort signals of a case) is not.
  add(callback, delay, kind, every = false) {
    const wait = Math.max(0, Number(delay) || 0);
    const timer = new VirtualTimer(this.sequence++);
    this.timers.set(timer.id, { timer, callback, wait, at: this.elapsed + wait, kind, every });
    this.touch();
    return timer;
  },

  remove(timer) {
    const id = typeof timer === 'object' && timer !== null ? timer.id : timer;
    this.timers.delete(id);
  },

  wait(milliseconds) {
    return new Promise(resolve => this.add(resolve, milliseconds, 'harness'));
  },

  fireEarliest() {
    const [entry] = [...this.timers.values()].sort((a, b) => a.at - b.at || a.timer.id - b.timer.id);
    this.elapsed = Math.max(this.elapsed, entry.at);
    if (entry.kind === 'client') this.sleeps.push(entry.wait);
    if (entry.every) entry.at = this.elapsed + Math.max(1, entry.wait);
    else this.timers.delete(entry.timer.id);
    this.touch();
    entry.callback();
  },

  async quietTurns() {
    this.touch();
    while (this.quiet < QUIET_TURNS || real.now() - this.lastActivity < QUIET_MS) {
      await turn();
      this.quiet += 1;
    }
  },

  // Runs until `done` settles; resolves to false when nothing is left that could settle it.
  async drive(done) {
    let settled = false;
    done.then(() => (settled = true), () => (settled = true));
    this.touch();
    while (!settled) {
      await turn();
      this.quiet += 1;
      const idle = this.inFlight.size === 0 && this.quiet >= QUIET_TURNS;
      const since = real.now() - this.lastActivity;
      if (idle && this.timers.size > 0 && since >= QUIET_MS) this.fireEarliest();
      else if (this.timers.size === 0 && since >= (this.inFlight.size > 0 ? 10 : 1) * HANG_MS) return settled;
    }
    return true;
  },
};

export function turn() {
  return new Promise(resolve => real.setImmediate(resolve));
}

class VirtualTimer {
  constructor(id) {
    this.id = id;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return true;
  }
  [Symbol.toPrimitive]() {
    return this.id;
  }
}

// Node's own HTTP client keeps its connection timers on the same globals; they must stay real. The queue of microtasks,
// which is the last frame of code that runs after an await, is no caller.
function calledByHttpStack() {
  const frames = new Error().stack.split('\n').slice(3, 6).filter(line => !line.includes('node:internal/process/'));
  return frames.some(line => line.includes('node:internal') || line.includes('node:_http') || line.includes('node:net'));
}

export function installClock() {
  globalThis.setTimeout = (callback, delay, ...args) =>
    calledByHttpStack()
      ? real.setTimeout(callback, delay, ...args)
      : clock.add(() => callback(...args), delay, 'client');
  globalThis.setInterval = (callback, delay, ...args) =>
    calledByHttpStack()
      ? real.setInterval(callback, delay, ...args)
      : clock.add(() => callback(...args), delay, 'client', true);
  const clear = realClear => timer =>
    timer instanceof VirtualTimer || typeof timer === 'number' ? clock.remove(timer) : realClear(timer);
  globalThis.clearTimeout = clear(real.clearTimeout);
  globalThis.clearInterval = clear(real.clearInterval);
  AbortSignal.timeout = milliseconds => abortAfter(milliseconds, 'client');
  installDate();
}

export function abortAfter(milliseconds, kind) {
  const controller = new AbortController();
  const reason = kind === 'client' ? new DOMException('The operation was aborted due to timeout', 'TimeoutError') : undefined;
  clock.add(() => controller.abort(reason), milliseconds, kind);
  return controller.signal;
}

function installDate() {
  globalThis.Date = class Date extends real.Date {
    constructor(...args) {
      super(...(args.length === 0 ? [clock.now()] : args));
    }
    static now() {
      return clock.now();
    }
  };
  // Durations are not contract: steps of a different size in the two worlds make every one of them differ.
  performance.now = () => {
    clock.ticks += 1;
    return clock.elapsed + clock.ticks * (clock.stride ?? 1);
  };
}
