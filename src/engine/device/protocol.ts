/** The engine's backends, best first; `auto` lets the engine take the first that works. */
export const backendChoices = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendChoice = (typeof backendChoices)[number];
export type BackendName = Exclude<BackendChoice, 'auto'>;

/** One check of the self-test: ln Z against float64 TypeScript, or a.delta along the layers, which is constant. */
export interface SelfTestCheck {
  readonly name: 'logNorm' | 'invariant';
  /** Largest difference, and the largest that passes. */
  readonly difference: number;
  readonly allowed: number;
}

export interface SelfTestReport {
  readonly passed: boolean;
  readonly checks: readonly SelfTestCheck[];
}

/** Why a rung of the backend ladder was not taken, or what went wrong later. */
export type BackendFault = {
  readonly backend: BackendName;
} /** `insecure`: browsers give it to https and localhost only. */ & (
  | { readonly reason: 'absent' | 'insecure' | 'no-kernel' | 'no-adapter' }
  | { readonly reason: 'self-test-failed'; readonly checks: readonly SelfTestCheck[] }
  /** The browser did not answer within `limitMs`. */
  | { readonly reason: 'silent'; readonly limitMs: number }
  /** Lost again and again: this often within a minute. */
  | { readonly reason: 'unstable'; readonly losses: number }
  /** `detail`: the browser's or driver's own words. */
  | { readonly reason: 'lost' | 'error'; readonly detail: string }
);

/** Devices that have no name of their own; the page has words for them. */
export const namelessDevices = ['processor', 'unnamed adapter'] as const;
export type NamelessDevice = (typeof namelessDevices)[number];
