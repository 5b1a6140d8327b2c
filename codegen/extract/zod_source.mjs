// Rewrites one source file so that every schema in it can be reached from outside: exported, unexported or inline.
import { ts } from './upstream.mjs';

const ZOD_MODULE = /^zod(\/|$)/;
const LAZY_HELPERS = new Set(['lazySchema', 'zodSchema']);
const CACHING = new Set([ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken]);
const PARSE_METHODS = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

/** The file as JavaScript, with `__spec` appended: {bindings, inline, order}. */
export function instrument(text, fileName) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
  const zodNames = zodImports(file);
  const bindings = topLevelBindings(file, zodNames);
  const memoised = memoiseThunks(text, file, zodNames);
  const source = `${memoised}\n${specExport(bindings, inlineSchemas(file, zodNames))}`;
  const options = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions: options, fileName }).outputText;
}

/** Local names of zod in this file: anything imported as `z` (some packages wrap it in a module of their own), or `* as` from zod. */
function zodImports(file) {
  const names = new Set();
  for (const node of file.statements) {
    if (!ts.isImportDeclaration(node) || node.importClause?.isTypeOnly) continue;
    const named = node.importClause?.namedBindings;
    if (named && ts.isNamespaceImport(named) && ZOD_MODULE.test(node.moduleSpecifier.text)) names.add(named.name.text);
    for (const element of named?.elements ?? []) {
      if (!element.isTypeOnly && (element.propertyName ?? element.name).text === 'z') names.add(element.name.text);
    }
  }
  return names;
}

/** Top-level values by name, in the order of declaration. */
function topLevelBindings(file, zodNames) {
  const found = [];
  const isExported = node => node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
  for (const node of file.statements) {
    if (node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.DeclareKeyword)) continue;
    if (ts.isVariableStatement(node)) {
      for (const declaration of node.declarationList.declarations) {
        if (ts.isIdentifier(declaration.name)) {
          found.push({ name: declaration.name.text, form: thunkForm(declaration.initializer, zodNames), exported: isExported(node) });
        }
      }
    } else if (ts.isFunctionDeclaration(node) && node.name && node.body) {
      found.push({ name: node.name.text, form: thunkForm(node, zodNames), exported: isExported(node) });
    }
  }
  return found;
}

const isFunction = node => ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** How a value gives a schema: a function as 'thunk' (no parameters) or 'factory' (some); 'shape' is fields only; else null. */
function thunkForm(node, zodNames) {
  if (node && isShape(node, zodNames)) return 'shape';
  if (!node || !isFunction(node) || !node.body || !givesSchema(node, zodNames)) return null;
  return node.parameters.length ? 'factory' : 'thunk';
}

/** `const a = () => z.object(…)` becomes `const a = __memo(() => …)`: each use must be the same schema, or no `$ref` is seen. */
function memoiseThunks(text, file, zodNames) {
  const edits = [];
  for (const node of file.statements) {
    if (!ts.isVariableStatement(node)) continue;
    for (const { initializer } of node.declarationList.declarations) {
      if (thunkForm(initializer, zodNames) === 'thunk') edits.push([initializer.getStart(), initializer.end]);
    }
  }
  return edits.reduceRight(
    (result, [start, end]) => `${result.slice(0, start)}__memo(${result.slice(start, end)})${result.slice(end)}`,
    text,
  );
}

/** Whether a function returns a schema, as written: a zod expression or a lazy one. */
function givesSchema(node, zodNames) {
  if (!ts.isBlock(node.body)) return isSchemaExpression(node.body, zodNames);
  let gives = false;
  const visit = child => {
    if (ts.isReturnStatement(child) && child.expression) gives ||= isSchemaExpression(child.expression, zodNames);
    if (!isFunction(child)) ts.forEachChild(child, visit);
  };
  visit(node.body);
  return gives;
}

const isSchemaExpression = (node, zodNames) =>
  (isZodExpression(node, zodNames) && withoutParse(node) === node) || (ts.isCallExpression(node) && LAZY_HELPERS.has(node.expression.getText()));

/** `{a: z.string(), …}`, or a function giving it: fields to be spread into an object, no schema of its own. */
function isShape(node, zodNames) {
  const value = isFunction(node) && node.body ? node.body : node;
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return isShape(value.expression, zodNames);
  return ts.isObjectLiteralExpression(value) && value.properties.length > 0
    && value.properties.every(field => ts.isPropertyAssignment(field) && isZodExpression(field.initializer, zodNames));
}

/** `z.x(…)` with any chain behind it; also `cached ??= z.x(…)`. */
function isZodExpression(node, zodNames) {
  let current = node;
  for (;;) {
    if (ts.isParenthesizedExpression(current) || ts.isAsExpression(current) || ts.isSatisfiesExpression(current)) current = current.expression;
    else if (ts.isBinaryExpression(current) && CACHING.has(current.operatorToken.kind)) current = current.right;
    else if (ts.isCallExpression(current) || ts.isPropertyAccessExpression(current)) current = current.expression;
    else return ts.isIdentifier(current) && zodNames.has(current.text) && current !== node;
  }
}

/** Outermost `z.*` expressions, each with the path of names that encloses it. */
function inlineSchemas(file, zodNames) {
  const found = [];
  const visit = (node, path) => {
    if (ts.isCallExpression(node) && isZodExpression(node, zodNames)) {
      const schema = withoutParse(node);
      if (schema) found.push({ path, text: schema.getText(), parameters: enclosingLocals(schema) });
      return;
    }
    const name = nameOf(node);
    const next = name === null ? path : [...path, name];
    ts.forEachChild(node, child => visit(child, next));
  };
  visit(file, []);
  return found;
}

/** `z.object(…).parse(x)` is about the schema before `.parse`. */
function withoutParse(node) {
  const target = node.expression;
  return target && ts.isPropertyAccessExpression(target) && PARSE_METHODS.has(target.name.text) ? target.expression : node;
}

function nameOf(node) {
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isMethodDeclaration(node)
    || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
    return node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name)) ? node.name.text.replace('#', '') : null;
  }
  return ts.isConstructorDeclaration(node) ? 'constructor' : null;
}

/** Names the expression takes from the functions around it: with any, it cannot be built at the top level. */
function enclosingLocals(expression) {
  const locals = new Set();
  for (let node = expression.parent; node && !ts.isSourceFile(node); node = node.parent) {
    for (const parameter of node.parameters ?? []) collectNames(parameter.name, locals);
    if (ts.isBlock(node)) {
      for (const statement of node.statements) {
        for (const declaration of ts.isVariableStatement(statement) ? statement.declarationList.declarations : []) collectNames(declaration.name, locals);
      }
    }
  }
  const used = new Set();
  const visit = node => {
    const isMember = (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
    if (ts.isIdentifier(node) && !isMember && locals.has(node.text)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...used];
}

function collectNames(name, into) {
  if (ts.isIdentifier(name)) into.add(name.text);
  else for (const element of name.elements) if (!ts.isOmittedExpression(element)) collectNames(element.name, into);
}

function specExport(bindings, inline) {
  const getters = bindings.map(({ name, form, exported }) =>
    `{ name: ${JSON.stringify(name)}, form: ${JSON.stringify(form ?? 'const')}, exported: ${exported}, get: () => ${name} }`);
  const thunks = inline.map(({ path, text, parameters }) =>
    `{ path: ${JSON.stringify(path)}, locals: ${JSON.stringify(parameters)}, get: () => (${parameters.length ? 'null' : text}) }`);
  return `export const __spec = { bindings: [${getters.join(', ')}], inline: [${thunks.join(', ')}] };`;
}
