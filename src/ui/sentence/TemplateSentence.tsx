import { Fragment, type ReactNode } from 'react';

interface TemplateSentenceProps {
  /** Words with `{name}` where a control stands. */
  readonly template: string;
  readonly controls: Readonly<Record<string, ReactNode>>;
}

/** A sentence with controls in it, in the order that the language wants. */
export function TemplateSentence({ template, controls }: TemplateSentenceProps) {
  return template.split(/(\{\w+\})/).map((part, i) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one template keep their order
    return <Fragment key={i}>{name === undefined ? part : controls[name]}</Fragment>;
  });
}
