import type { APIResponse, BrowserContext, Page, Route } from '@playwright/test';

/** What differs from the server's own response. */
type Altered = Omit<NonNullable<Parameters<Route['fulfill']>[0]>, 'response'>;

interface Alteration {
  /** The address whose response it is; the request's own by default. */
  readonly from?: (url: URL) => URL;
  /** What becomes of the response; it stays as it is by default. */
  readonly into?: (response: APIResponse) => Altered | Promise<Altered>;
}

/** Whether an error only says that the test was over before the server had answered. */
const isTestOver = (error: unknown) => /Test ended|has been closed/.test(String(error));

/**
 * Answers requests with the server's own response, altered. A page may still ask for something as its test ends: that
 * no answer comes then is no fault of the page, and must not fail the test.
 */
export function alterResponses(
  target: Page | BrowserContext,
  pattern: string | RegExp,
  { from = (url) => url, into = () => ({}) }: Alteration,
): ReturnType<Page['route']> {
  return target.route(pattern, async (route) => {
    try {
      const response = await route.fetch({ url: from(new URL(route.request().url())).href });
      await route.fulfill({ response, ...(await into(response)) });
    } catch (error) {
      if (!isTestOver(error)) throw error;
    }
  });
}
