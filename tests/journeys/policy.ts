import { type BrowserContext, expect } from '@playwright/test';

/** What the page's Content-Security-Policy has refused, in every page and frame of the context; call before opening one. */
export async function violationsOf(context: BrowserContext): Promise<readonly string[]> {
  const list: string[] = [];
  await context.exposeFunction('tellViolation', (violation: string) => {
    list.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      Reflect.get(window, 'tellViolation')(`${violatedDirective}: ${blockedURI} in ${sourceFile}`);
    });
  });
  return list;
}

/** The policy is there, and what it forbids is refused and heard of: an empty list means something. */
export async function expectPolicyHeard(context: BrowserContext, address: string): Promise<void> {
  const list = await violationsOf(context);
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.head.append(script);
    return fetch('https://example.org/').catch(() => undefined);
  });
  await expect.poll(() => list.length).toBeGreaterThanOrEqual(2);
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
  expect(list.join('\n')).toMatch(/connect-src.*example\.org/);
  expect(list.join('\n')).toMatch(/script-src/);
}
