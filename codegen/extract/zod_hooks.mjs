// Module hooks: a package's own sources are loaded instrumented (zod_source.mjs), and its toolbox through a shim that
// keeps hold of the zod object behind `lazySchema(() => zodSchema(…))` and of what a tool factory was given.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { upstreamUrl } from './upstream.mjs';
import { instrument } from './zod_source.mjs';

const TOOLBOX = '@ai-sdk/provider-utils';
const SHIM = 'spec-shim:';
const UPSTREAM = 'upstream:';
const TOOL_FACTORIES = [
  'createProviderDefinedToolFactory',
  'createProviderDefinedToolFactoryWithOutputSchema',
  'createProviderExecutedToolFactory',
];
const sources = new Set();

/** Each thunk is run once: `const a = () => z.object(…)` is one schema, however often it is used. */
globalThis.__memo = create => {
  let made;
  return () => (made ??= create());
};

/** The file at this URL is instrumented when it is loaded. */
export const addSource = url => sources.add(url);

function withExtension(specifier, parentUrl) {
  const base = new URL(specifier, parentUrl).href;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base.replace(/\.js$/, '.ts')];
  return candidates.find(url => /\.\w+$/.test(url) && existsSync(fileURLToPath(url)));
}

function shimSource(realUrl) {
  const factories = TOOL_FACTORIES.map(name => `
    export const ${name} = real.${name} && (definition =>
      Object.assign(real.${name}(definition), { __tool: { kind: '${name}', ...definition } }));`);
  return `export * from ${JSON.stringify(realUrl)};
    import * as real from ${JSON.stringify(realUrl)};
    export const zodSchema = (schema, options) => Object.assign(real.zodSchema(schema, options), { __zod: schema });
    export const lazySchema = create => Object.assign(real.lazySchema(create), { __lazy: true });
    ${factories.join('')}`;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(UPSTREAM)) return next(specifier.slice(UPSTREAM.length), { ...context, parentURL: upstreamUrl });
    if (context.parentURL?.startsWith(SHIM)) return next(specifier, { ...context, parentURL: upstreamUrl });
    if (!sources.has(context.parentURL)) return next(specifier, context);
    if (specifier === TOOLBOX) return { url: SHIM + next(specifier, context).url, format: 'module', shortCircuit: true };
    const url = specifier.startsWith('.') ? withExtension(specifier, context.parentURL) : undefined;
    return url ? { url, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (url.startsWith(SHIM)) return { format: 'module', source: shimSource(url.slice(SHIM.length)), shortCircuit: true };
    if (!sources.has(url)) return next(url, context);
    const path = fileURLToPath(url);
    return { format: 'module', source: instrument(readFileSync(path, 'utf8'), path), shortCircuit: true };
  },
});
