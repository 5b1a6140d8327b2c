// Rewrites one source file so that every schema in it can be reached from outside: exported, unexported or inline.
import { ts } from './upstream.mjs';

const ZOD_MODULE = /^zod(\/|$)/;
const LAZY_HELPERS = new Set(['lazySchema', 'zodSchema']);
const CACHING = new Set([ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken]);
const PARSE_METHODS = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);
const NAMED = [
  ts.isVariableDeclaration, ts.isFunctionDeclaration, ts.isClassDeclaration, ts.isMethodDeclaration,
  ts.isPropertyAssignment, ts.isPropertyDeclaration,
];

/** The file as JavaScript, with `__spec` appended: {bindings, inline}. */
export function instrument(text, fileName) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
  const zodNames = zodImports(file);
  const bindings = topLevelBindings(file, zodNames);
  const source = `${memoised(text, bindings)}\n${specExport(bindings, inlineSchemas(file, zodNames))}`;
  const options = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions: options, fileName }).outputText;
}

/** Local names of zod: what is imported as `z` (some packages wrap zod in a module of their own), or `* as` from zod. */
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

/** Top-level values in the order of declaration: {name, node, form, exported}. */
function topLevelBindings(file, zodNames) {
  return file.statements.flatMap(statement => {
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    return valuesOf(statement).map(([name, node]) => ({ name, node, form: formOf(node, zodNames), exported }));
  });
}

function valuesOf(statement) {
  if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return [];
  if (ts.isFunctionDeclaration(statement) && statement.name && statement.body) return [[statement.name.text, statement]];
  if (!ts.isVariableStatement(statement)) return [];
  const declarations = statement.declarationList.declarations.filter(({ name }) => ts.isIdentifier(name));
  return declarations.map(({ name, initializer }) => [name.text, initializer]);
}

const isFunction = node => ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** How a schema is written: a function giving one is a `thunk` or, with parameters, a `factory`; `shape` is fields only. */
function formOf(node, zodNames) {
  if (!node) return 'const';
  if (isShape(node, zodNames)) return 'shape';
  if (!isFunction(node) || !node.body || !givesSchema(node, zodNames)) return 'const';
  return node.parameters.length ? 'factory' : 'thunk';
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
  (isZodExpression(node, zodNames) && withoutParse(node) === node)
  || (ts.isCallExpression(node) && LAZY_HELPERS.has(node.expression.getText()));

const isWrapping = node => ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);

/** `{a: z.string(), …}`, or a function giving it: fields to be spread into an object, no schema of its own. */
function isShape(node, zodNames) {
  const value = isFunction(node) && node.body ? node.body : node;
  if (isWrapping(value)) return isShape(value.expression, zodNames);
  const fields = ts.isObjectLiteralExpression(value) ? value.properties : [];
  return fields.length > 0
    && fields.every(field => ts.isPropertyAssignment(field) && isZodExpression(field.initializer, zodNames));
}

const isChained = node => isWrapping(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node);

/** `z.x(…)` with any chain behind it; also `cached ??= z.x(…)`. */
function isZodExpression(node, zodNames) {
  let current = node;
  for (;;) {
    if (ts.isBinaryExpression(current) && CACHING.has(current.operatorToken.kind)) current = current.right;
    else if (isChained(current)) current = current.expression;
    else return ts.isIdentifier(current) && zodNames.has(current.text) && current !== node;
  }
}

/** `const a = () => z.object(…)` becomes `const a = __memo(() => …)`: only a schema that stays the same can be a `$ref`. */
function memoised(text, bindings) {
  const thunks = bindings.filter(({ form, node }) => form === 'thunk' && !ts.isFunctionDeclaration(node));
  return thunks.reduceRight((result, { node }) => {
    const [start, end] = [node.getStart(), node.end];
    return `${result.slice(0, start)}__memo(${result.slice(start, end)})${result.slice(end)}`;
  }, text);
}

/** Outermost `z.*` expressions, each with the path of names that encloses it. */
function inlineSchemas(file, zodNames) {
  const found = [];
  const visit = (node, path) => {
    if (ts.isCallExpression(node) && isZodExpression(node, zodNames)) {
      const schema = withoutParse(node);
      found.push({ path, text: schema.getText(), locals: enclosingLocals(schema) });
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
  const parses = target && ts.isPropertyAccessExpression(target) && PARSE_METHODS.has(target.name.text);
  return parses ? target.expression : node;
}

function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (!NAMED.some(isKind => isKind(node)) || !node.name) return null;
  return ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name) ? node.name.text.replace('#', '') : null;
}

/** Names the expression takes from the functions around it: with any, it cannot be built at the top level. */
function enclosingLocals(expression) {
  const locals = new Set();
  for (let node = expression.parent; node && !ts.isSourceFile(node); node = node.parent) {
    const statements = ts.isBlock(node) ? node.statements.filter(ts.isVariableStatement) : [];
    const declared = [...(node.parameters ?? []), ...statements.flatMap(({ declarationList }) => declarationList.declarations)];
    for (const { name } of declared) collectNames(name, locals);
  }
  const used = new Set();
  const visit = node => {
    if (ts.isIdentifier(node) && !isMemberName(node) && locals.has(node.text)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...used];
}

const isMemberName = node =>
  (ts.isPropertyAccessExpression(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.name === node;

function collectNames(name, into) {
  if (ts.isIdentifier(name)) into.add(name.text);
  else for (const element of name.elements) if (!ts.isOmittedExpression(element)) collectNames(element.name, into);
}

function specExport(bindings, inline) {
  const text = JSON.stringify;
  const getters = bindings.map(({ name, form, exported }) =>
    `{ name: ${text(name)}, form: ${text(form)}, exported: ${exported}, get: () => ${name} }`);
  const thunks = inline.map(({ path, text: schema, locals }) =>
    `{ path: ${text(path)}, locals: ${text(locals)}, get: () => (${locals.length ? 'null' : schema}) }`);
  return `export const __spec = { bindings: [${getters.join(', ')}], inline: [${thunks.join(', ')}] };`;
}
