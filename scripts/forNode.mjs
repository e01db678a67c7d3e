const gradients = '@tensorflow/tfjs-core/dist/register_all_gradients.js';

/** What Node needs besides the sources: the address of a binary is its path, and the gradients, whose modules name each other without endings, come with the whole library. */
export const forNode = {
  name: 'for-node',
  enforce: 'pre',
  transform(code) {
    return code.includes(gradients) ? code.replace(gradients, '@tensorflow/tfjs') : null;
  },
  load(id) {
    return id.endsWith('.wasm?url') ? `export default ${JSON.stringify(id.slice(0, -'?url'.length))}` : null;
  },
};
