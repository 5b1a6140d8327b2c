// Where the pinned packages live, and the compiler and zod they bring. These scripts lie outside that folder, so
// everything from npm is resolved from there.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The job: what the Python side asks for, as JSON on standard input. */
export const job = JSON.parse(readFileSync(0, 'utf8'));

/** Any URL inside the upstream folder: the parent that bare specifiers are resolved against. */
export const upstreamUrl = pathToFileURL(join(job.upstream, 'package.json')).href;

export const ts = createRequire(upstreamUrl)('typescript');

/** Byte order, the one order used for everything that has no order of its own. */
export const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys sorted all the way down; below `properties` the declared order stays, because it is the order of fields. */
export function sortKeys(value, keep = false) {
  if (Array.isArray(value)) return value.map(item => sortKeys(item));
  if (value === null || typeof value !== 'object') return value;
  const keys = keep ? Object.keys(value) : Object.keys(value).sort(byText);
  return Object.fromEntries(keys.map(key => [key, sortKeys(value[key], key === 'properties' && !keep)]));
}

/** Ends the run with one plain line; the Python side shows it as it is. */
export function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
