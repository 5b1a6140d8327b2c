// Loads the pinned npm packages from one installed folder and names their versions.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Packages {
  constructor(folder) {
    this.require = createRequire(join(folder, 'package.json'));
    this.loaded = new Map();
  }

  async load(specifier) {
    if (!this.loaded.has(specifier)) {
      const path = this.require.resolve(specifier);
      this.loaded.set(specifier, await import(pathToFileURL(path).href));
    }
    return this.loaded.get(specifier);
  }

  version(name) {
    return JSON.parse(readFileSync(this.require.resolve(`${name}/package.json`), 'utf8')).version;
  }

  provider({ package: suffix, entry }) {
    return this.load(`@ai-sdk/${suffix}${entry ? entry.slice(1) : ''}`);
  }

  // Downloads load undici lazily and by themselves, past every injected fetch: hand them ours instead.
  replaceDownloadFetch(fetch) {
    const utils = dirname(this.require.resolve('@ai-sdk/provider-utils/package.json'));
    const undici = createRequire(join(utils, 'package.json'))('undici');
    undici.fetch = fetch;
  }

  versions(testCase) {
    const names = [];
    if (testCase.provider) names.push(`@ai-sdk/${testCase.provider.package}`);
    if (testCase.call.api === 'sdk') names.push('ai');
    return Object.fromEntries(names.map(name => [name, this.version(name)]));
  }
}
