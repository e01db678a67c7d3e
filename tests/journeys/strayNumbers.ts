import type { Page } from '@playwright/test';

/**
 * What the page shows that is no number, after the next two frames: in any attribute, in any visible text, in any field
 * that is not being typed into. Texts in quotation marks are what somebody typed.
 */
export function strayNumbers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    // A path's commands touch its numbers: `M0,NaNL5,3`.
    const wrong = /(?<![a-z])NaN(?![a-z])|Infinity|\bundefined\b/;
    const found: string[] = [];
    for (const element of document.querySelectorAll('body, body *')) {
      for (const { name, value } of element.attributes) {
        if (wrong.test(value)) found.push(`${element.tagName}[${name}]: ${value.slice(0, 120)}`);
      }
      if (
        element instanceof HTMLInputElement &&
        element !== document.activeElement &&
        wrong.test(element.value)
      ) {
        found.push(`${element.ariaLabel}: ${element.value}`);
      }
    }
    for (const line of document.body.innerText.split('\n')) {
      if (wrong.test(line.replaceAll(/[“„"][^”“"]*[”“"]|\S+=\S*/g, '')))
        found.push(`text: ${line.slice(0, 120)}`);
    }
    return found;
  });
}
