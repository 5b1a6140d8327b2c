// Extracts what exists only as TypeScript types from the packages named in the job; writes one JSON document.
import { byText, fail, job } from '../upstream.mjs';
import { TypeConverter } from './convert.mjs';
import { extractErrors } from './errors.mjs';
import { extractModelIds } from './model_ids.mjs';
import { createPackageProgram, sourceOf } from './program.mjs';
import { exportedTypes, extractRequests } from './requests.mjs';

/** One package: {requests, modelIds, groups, errors}, each only where the job asks for it. */
function extract({ folder, files, surfaces, groups = {}, roots = {}, errors, requests }) {
  const context = createPackageProgram(folder, files, rootFiles(roots));
  return {
    ...(requests && { requests: extractRequests(context, files, surfaces) }),
    ...(surfaces && { modelIds: extractModelIds(context, files, surfaces) }),
    groups: {
      ...mapValues(groups, names => groupOf(context, names)),
      ...mapValues(roots, (_, name) => rootsOf(context, name)),
    },
    ...(errors && { errors: extractErrors(context, errors) }),
  };
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** Everything the files export as a type. */
function groupOf(context, files) {
  const converter = new TypeConverter(context);
  for (const symbol of files.flatMap(file => exportedTypes(context, file))) converter.rootSymbol(symbol);
  return converter.bundle();
}

// Generic types need arguments: each root is written as a value of its type in a file that exists only in memory.
const rootFile = name => `__roots_${name}.ts`;

const rootFiles = roots =>
  Object.fromEntries(Object.entries(roots).map(([name, list]) => [rootFile(name), rootText(list)]));

function rootText(list) {
  const lines = list.map(({ imports, type }, index) => {
    const header = Object.entries(imports).map(([name, module]) => `import type { ${name} } from '${module}';`);
    return [...header, `export declare const root${index}: ${type};`].join('\n');
  });
  return lines.join('\n');
}

function rootsOf(context, name) {
  const converter = new TypeConverter(context);
  for (const { declarationList } of sourceOf(context, rootFile(name)).statements.filter(node => node.declarationList)) {
    const [{ type: node }] = declarationList.declarations;
    converter.where = `${name}: ${node.getText()}`;
    const schema = converter.convert(context.checker.getTypeFromTypeNode(node), node.getText(), node);
    if (!schema.$ref) throw new Error(`${converter.where}: is not a named type of the package any more`);
  }
  return converter.bundle();
}

const result = {};
for (const item of [...job.packages].sort((a, b) => byText(a.name, b.name))) {
  try {
    result[item.name] = extract(item);
  } catch (error) {
    fail(`${item.name}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(result), () => process.exit(0));
