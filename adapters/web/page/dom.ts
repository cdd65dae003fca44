type Attributes = Readonly<Record<string, string | undefined>>;
export type Child = Node | string | undefined;

const SVG = 'http://www.w3.org/2000/svg';
let made = 0;

/** An element with its attributes and children; what is undefined is left out. Text is text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

export function makeSvg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** An id that no other element of the page has. */
export function freshId(name: string): string {
  made += 1;
  return `${name}-${made}`;
}

/** A button that says a sentence. */
export function pressable(label: string, className: string, press: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, label);
  button.addEventListener('click', press);
  return button;
}

function filled<Made extends Element>(
  element: Made,
  attributes: Attributes,
  children: readonly Child[],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}
