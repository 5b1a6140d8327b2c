// Extracts the zod schemas and provider-defined tools of the packages named in the job; writes one JSON document.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, job } from './upstream.mjs';
import { addSource } from './zod_hooks.mjs';
import { convertAll, nameAll, sortedSchemas } from './zod_convert.mjs';
import { findSchemas } from './zod_find.mjs';
import { nameRecursive } from './zod_recursive.mjs';
import { describeTools } from './zod_tools.mjs';

const z = await import('upstream:zod/v4');

async function extract({ folder, files, factories }) {
  for (const file of files) addSource(pathToFileURL(join(folder, file)).href);
  const state = await findSchemas(folder, files, factories);
  nameAll(state.found);
  const schemas = convertAll(z, state.found);
  const named = state.found.map(({ name, file, symbol, form }) => ({ name, file, symbol, form }));
  const recursive = nameRecursive(schemas, state.found);
  return { schemas: sortedSchemas(schemas), sources: [...named, ...recursive], tools: describeTools(state) };
}

const result = {};
for (const item of job.packages) {
  try {
    result[item.name] = await extract(item);
  } catch (error) {
    fail(`${item.name}: ${error.message}`);
  }
}
// The sources may hold timers and sockets open, so the end is said aloud.
process.stdout.write(JSON.stringify(result), () => process.exit(0));
