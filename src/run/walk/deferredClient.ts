import type { EngineClient } from '#engine/walk/client.ts';
import type { BackendChoice, GainSearch, WalkSettings } from '#engine/walk/protocol.ts';

/** A client whose engine starts later; until then it keeps what was last asked for. */
export interface DeferredClient extends EngineClient {
  /** Starts the engine and asks it for what is kept. */
  start(): void;
}

/** Lets the page paint before it starts a worker or touches the GPU. */
export function createDeferredClient(create: () => EngineClient): DeferredClient {
  let client: EngineClient | null = null;
  let backend: BackendChoice = 'auto';
  let search: GainSearch | null = null;
  let wanted: { readonly settings: WalkSettings; paused: boolean; steps: number } | null = null;

  return {
    start() {
      if (client) return;
      client = create();
      client.open(backend);
      if (search) client.findGain(search);
      if (!wanted) return;
      client.walk(wanted.settings, { paused: wanted.paused });
      for (let step = 0; step < wanted.steps; step++) client.step();
    },
    open(choice) {
      backend = choice;
      client?.open(choice);
    },
    walk(settings, { paused = false } = {}) {
      if (client) return client.walk(settings, { paused });
      wanted = { settings, paused, steps: 0 };
      return 0;
    },
    findGain(question) {
      search = question;
      client?.findGain(question);
    },
    pause() {
      if (wanted) wanted.paused = true;
      client?.pause();
    },
    resume() {
      if (wanted) wanted.paused = false;
      client?.resume();
    },
    step() {
      if (wanted) wanted.steps += 1;
      client?.step();
    },
    cancel() {
      wanted = null;
      client?.cancel();
    },
    close: () => client?.close(),
  };
}
