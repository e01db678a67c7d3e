/** The folder beside the app where MNIST may lie. */
export const servedFolder = () => new URL('./data/mnist/', document.baseURI).href;
