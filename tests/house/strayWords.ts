import { parseAst } from 'vite';

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A text of a source file that people would read in one language only. */
export interface StrayWord {
  readonly text: string;
  /** What makes it a text for people. */
  readonly because: 'child' | 'attribute' | 'property' | 'written' | 'prose' | 'name';
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** Attributes and properties whose texts are read or heard; also of our own components. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|ariaLabel|ariaDescription|title|placeholder|alt|label|caption|trigger|heading|message|help|hint|text|words|what|textContent|innerText|innerHTML)$/;

/** Methods whose text is shown: of d3, of a canvas, of the document. */
const showing = /^(text|html|fillText|strokeText|measureText|createTextNode|append|alert|confirm|prompt)$/;

/** Formulas are the same in every language. */
const hasLetters = (text: string) => /\p{L}{2,}/u.test(text.replace(/\b(ln|Var|tanh|erf)\b/g, ''));

/** Two words in a row, the second in small letters, as in a sentence; `is-dark wide` is a list of names. */
const isProse = (text: string) => /(^|\s)\p{L}[\p{L}’'*]*[,;:]?\s\p{Ll}{2,}([\s,.;:!?…]|$)/u.test(text);

/** A word as a button would have it: `Close`. Keys of the keyboard and names of programs are not. */
const isTitle = (text: string) => /^\p{Lu}\p{Ll}+[….:]?$/u.test(text);

/** The texts that an expression can come to: of a choice, of both its branches. */
function textsOf(node: Node | undefined): string[] {
  if (!node) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'TemplateLiteral') {
    const parts = node.quasis as { value: { cooked: string } }[];
    const inner = (node.expressions as Node[]).flatMap(textsOf);
    return [parts.map(({ value }) => value.cooked).join(' … '), ...inner];
  }
  const paths: Readonly<Record<string, readonly string[]>> = {
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
    BinaryExpression: node.operator === '+' ? ['left', 'right'] : [],
    ParenthesizedExpression: ['expression'],
    JSXExpressionContainer: ['expression'],
    TSAsExpression: ['expression'],
    TSSatisfiesExpression: ['expression'],
    ArrayExpression: ['elements'],
    ArrowFunctionExpression: ['body'],
  };
  return (paths[node.type] ?? [])
    .flatMap((key) => node[key] as Node | Node[])
    .filter(isNode)
    .flatMap(textsOf);
}

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? (isNode(node.property) ? nameOf(node.property) : '')) : '';

/** The names that a shown expression reads: `label`, the `words` of `words.close` and of `words[name]`. */
function identifiersOf(node: Node): string[] {
  if (node.type === 'Identifier') return [nameOf(node)];
  if (node.type === 'MemberExpression') return identifiersOf(node.object as Node);
  if (/^(Conditional|Logical|Binary)Expression$/.test(node.type)) {
    return ['consequent', 'alternate', 'left', 'right'].flatMap((key) =>
      isNode(node[key]) ? identifiersOf(node[key]) : [],
    );
  }
  return [];
}

/** Constants of a file that are shown as children or in attributes: what they hold is read. */
function shownNames(root: Node): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    const isSpoken = node.type === 'JSXAttribute' && spoken.test(nameOf(node.name));
    const places = /^JSX(Element|Fragment)$/.test(node.type) ? (node.children as Node[]) : [node.value];
    for (const place of isSpoken || node.type !== 'JSXAttribute' ? places : []) {
      if (!isNode(place) || place.type !== 'JSXExpressionContainer') continue;
      for (const name of identifiersOf(place.expression as Node)) names.add(name);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return names;
}

/** The texts that a constant holds, also in its properties. */
function heldTexts(node: Node): string[] {
  if (node.type === 'ObjectExpression') {
    return (node.properties as Node[]).flatMap(({ value }) => (isNode(value) ? heldTexts(value) : []));
  }
  if (node.type === 'ArrayExpression') return (node.elements as Node[]).filter(isNode).flatMap(heldTexts);
  if (/^TS(As|Satisfies)Expression$/.test(node.type)) return heldTexts(node.expression as Node);
  return textsOf(node);
}

/** Places whose strings nobody reads: imports, types, classes, selectors, errors that only a mistake of ours throws. */
function isSilent(node: Node): boolean {
  if (/^(Import|Export(All|Named))/.test(node.type))
    return node.declaration === null || node.type.startsWith('Import');
  if (/^TS(?!AsExpression|SatisfiesExpression|NonNull)/.test(node.type)) return true;
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Error') return true;
  if (node.type === 'JSXAttribute')
    return /^(className|style|d|key|id|role|viewBox)$/.test(nameOf(node.name));
  if (node.type === 'CallExpression') {
    return /^(querySelector(All)?|closest|matches|matchMedia|getContext|classed|attr|style|selectAll|select|concat|test)$/.test(
      nameOf(node.callee),
    );
  }
  return false;
}

/** The texts of one source file that stand in the way of a translation. */
export function strayWords(source: string, lang: 'ts' | 'tsx' = 'tsx'): StrayWord[] {
  const root = parseAst(source, { lang }) as unknown as Node;
  const shown = shownNames(root);
  const found: StrayWord[] = [];
  const keep = (because: StrayWord['because'], texts: readonly string[], isStray = hasLetters): void => {
    for (const text of texts) {
      const plain = text.trim().replace(/\s+/g, ' ');
      if (isStray(plain) && !found.some((one) => one.text === plain)) found.push({ text: plain, because });
    }
  };

  function look(node: Node): void {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      keep('child', (node.children as Node[]).flatMap(textsOf));
    } else if (node.type === 'JSXAttribute' && isNode(node.value) && spoken.test(nameOf(node.name))) {
      keep('attribute', textsOf(node.value));
    } else if (node.type === 'Property' && isNode(node.value) && spoken.test(nameOf(node.key))) {
      keep('property', textsOf(node.value));
    } else if (node.type === 'AssignmentExpression' && spoken.test(nameOf(node.left))) {
      keep('written', textsOf(node.right as Node));
    } else if (node.type === 'CallExpression') {
      const given = node.arguments as Node[];
      const method = nameOf(node.callee);
      if (showing.test(method)) keep('written', given.flatMap(textsOf));
      if (/^(attr|setAttribute)$/.test(method) && spoken.test(nameOf(given[0]))) {
        keep('written', given.slice(1).flatMap(textsOf));
      }
    } else if (node.type === 'VariableDeclarator' && shown.has(nameOf(node.id)) && isNode(node.init)) {
      keep('name', heldTexts(node.init));
    }
    if (isSilent(node)) return;
    keep('prose', textsOf(node), (text) => isProse(text) || isTitle(text));
    for (const child of childrenOf(node)) look(child);
  }

  look(root);
  return found;
}
